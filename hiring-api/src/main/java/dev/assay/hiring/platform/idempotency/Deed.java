package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.shared.PersonId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * What a call does, together with its answer, still to be done: a controller returns it instead of
 * an answer, and by that takes {@code Idempotency-Key}.
 *
 * <p>It is carried out in one transaction of the caller's employer, which facade calls inside join,
 * and its answer is stored in that very transaction where the caller sent a key: there is no deed
 * without its answer and no answer without its deed. So nothing slow or remote may be in it;
 * reading the body and verifying belong before it, in the controller's method. It throws what it
 * refuses, and is rolled back then.
 */
public final class Deed<T> {

    private final Supplier<Done<T>> work;
    private final Optional<Gathered<?, ?, T>> gathered;

    private Deed(Supplier<Done<T>> work) {
        this(work, Optional.empty());
    }

    private Deed(Supplier<Done<T>> work, Optional<Gathered<?, ?, T>> gathered) {
        this.work = work;
        this.gathered = gathered;
    }

    /** A deed that concerns no person whose data we hold. */
    public static <R, T> Deed<T> of(Supplier<R> effect, Function<R, ResponseEntity<T>> answer) {
        return new Deed<>(() -> new Done<>(answer.apply(effect.get()), Optional.<PersonId>empty()));
    }

    /** A deed that concerns a person: its stored answer is sealed under that person's key. */
    public static <R, T> Deed<T> about(
            Supplier<R> effect,
            Function<R, PersonId> person,
            Function<R, ResponseEntity<T>> answer) {
        return new Deed<>(() -> {
            R result = effect.get();
            return new Done<>(answer.apply(result), Optional.of(person.apply(result)));
        });
    }

    /**
     * Like {@link #of}, of an endpoint that {@link Gathers}: where several such calls come at the
     * same time, they are done together, in one transaction with all their answers.
     *
     * @param item what is asked for
     * @param alone does the same for this call only, and throws what it is refused for
     */
    public static <I, R, T> Deed<T> gathered(
            Gathering<I, R> gathering,
            I item,
            Supplier<R> alone,
            Function<R, ResponseEntity<T>> answer) {
        return new Deed<>(
                of(alone, answer).work, Optional.of(new Gathered<>(gathering, item, answer)));
    }

    Done<T> carryOut() {
        return work.get();
    }

    Optional<Gathered<?, ?, T>> gathered() {
        return gathered;
    }

    record Gathered<I, R, T>(
            Gathering<I, R> gathering, I item, Function<R, ResponseEntity<T>> answer) {}

    record Done<T>(ResponseEntity<T> response, Optional<PersonId> concerns) {}
}
