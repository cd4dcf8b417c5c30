package dev.assay.hiring.platform.persistence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Does at once what many callers want of the database at the same time. Whoever comes while a round
 * is under way goes with the next, which begins as soon as that one ends; whoever comes alone waits
 * for nobody. The more callers there are, the less each of them costs.
 *
 * <p>Every round begins after everyone in it has asked, so what it reads is as new for each as if
 * they had read it alone. The work is done on the thread of one of them.
 *
 * @param <K> what has to be equal for two to go together
 */
public final class Rounds<K, I, O> {

    private final int most;
    private final BiFunction<K, List<I>, List<O>> work;

    /** Who waits for the next round; a key is there for as long as one is under way. */
    private final Map<K, Deque<Seat<I, O>>> waiting = new HashMap<>();

    /**
     * @param most how many go together at most
     * @param work what a round does: an outcome for each item, in their order
     */
    public Rounds(int most, BiFunction<K, List<I>, List<O>> work) {
        this.most = most;
        this.work = work;
    }

    /** A read that is shared by all who ask for the same at the same time. */
    public static <K, O> Function<K, O> sharing(Function<K, O> read) {
        var rounds =
                new Rounds<K, K, O>(
                        Integer.MAX_VALUE,
                        (key, asked) -> Collections.nCopies(asked.size(), read.apply(key)));
        return key -> rounds.join(key, key);
    }

    /**
     * Waits until a round has done this. What a round fails with, each in it is told.
     *
     * @throws IllegalStateException inside a transaction, whose connection would be held meanwhile
     */
    public O join(K key, I item) {
        TenantTransaction.requireNone();
        Seat<I, O> seat = new Seat<>(item, new CompletableFuture<>());
        if (leadsAtOnce(key, seat)) {
            return lead(key, seat);
        }
        return seat.await().orElseGet(() -> lead(key, seat));
    }

    /** How many wait for the next round. */
    public int waiting(K key) {
        synchronized (waiting) {
            return waiting.getOrDefault(key, new ArrayDeque<>()).size();
        }
    }

    private boolean leadsAtOnce(K key, Seat<I, O> seat) {
        synchronized (waiting) {
            Deque<Seat<I, O>> others = waiting.get(key);
            if (others == null) {
                waiting.put(key, new ArrayDeque<>());
                return true;
            }
            others.addLast(seat);
            return false;
        }
    }

    private O lead(K key, Seat<I, O> own) {
        List<Seat<I, O>> round = round(key, own);
        try {
            List<O> outcomes = work.apply(key, round.stream().map(Seat::item).toList());
            for (int i = 0; i < round.size(); i++) {
                round.get(i).outcome.complete(Optional.of(outcomes.get(i)));
            }
            return outcomes.getFirst();
        } catch (RuntimeException | Error failure) {
            round.forEach(seat -> seat.outcome.completeExceptionally(failure));
            throw failure;
        } finally {
            next(key).ifPresent(seat -> seat.outcome.complete(Optional.empty()));
        }
    }

    private List<Seat<I, O>> round(K key, Seat<I, O> own) {
        synchronized (waiting) {
            Deque<Seat<I, O>> others = others(key);
            List<Seat<I, O>> round = new ArrayList<>();
            round.add(own);
            while (round.size() < most && !others.isEmpty()) {
                round.add(others.removeFirst());
            }
            return round;
        }
    }

    /** Who leads the next round. */
    private Optional<Seat<I, O>> next(K key) {
        synchronized (waiting) {
            Optional<Seat<I, O>> first = Optional.ofNullable(others(key).pollFirst());
            if (first.isEmpty()) {
                waiting.remove(key);
            }
            return first;
        }
    }

    /** Of a round that is under way. */
    private Deque<Seat<I, O>> others(K key) {
        return Objects.requireNonNull(waiting.get(key));
    }

    /**
     * @param outcome empty for whoever is to lead a round
     */
    private record Seat<I, O>(I item, CompletableFuture<Optional<O>> outcome) {

        Optional<O> await() {
            try {
                return outcome.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw failed;
            }
        }
    }
}
