package dev.assay.hiring.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.testkit.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final int MOST = 3;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<String>> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch first = new CountDownLatch(1);
    private final Rounds<String, String, String> rounds = new Rounds<>(MOST, this::round);

    @AfterEach
    void end() {
        first.countDown();
        callers.close();
    }

    @Test
    void doAtOnceWhatComesAlone() {
        first.countDown();

        assertThat(rounds.join("harbor", "a")).isEqualTo("A");
        assertThat(rounds.join("harbor", "b")).isEqualTo("B");

        assertThat(done).containsExactly(List.of("a"), List.of("b"));
        assertThat(rounds.waiting("harbor")).isZero();
    }

    @Test
    void takeAlongWhoeverCameMeanwhileInTheOrderTheyCameAndNoMoreThanMayGo() throws Exception {
        List<Future<String>> all = underWay("harbor", "a", "b", "c", "d", "e");

        first.countDown();

        assertThat(outcomes(all)).containsExactly("A", "B", "C", "D", "E");
        assertThat(done).containsExactly(List.of("a"), List.of("b", "c", "d"), List.of("e"));
    }

    @Test
    void letNobodyWaitForAnothersKey() throws Exception {
        List<Future<String>> slow = underWay("harbor", "a", "b");

        assertThat(rounds.join("cedar", "c")).isEqualTo("C");

        first.countDown();
        assertThat(outcomes(slow)).containsExactly("A", "B");
    }

    @Test
    void tellEachOfARoundWhatItFailedWithAndGoOn() throws Exception {
        List<Future<String>> all = underWay("harbor", "a", "b", "broken", "c", "d");

        first.countDown();

        for (Future<String> spoilt : all.subList(1, 4)) {
            assertThatThrownBy(spoilt::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("broken");
        }
        assertThat(all.getFirst().get()).isEqualTo("A");
        assertThat(all.getLast().get()).isEqualTo("D");
        assertThat(rounds.join("harbor", "e")).isEqualTo("E");
    }

    /** What somebody asks for must not be what was read before they asked. */
    @Test
    void shareOnlyReadsThatBeganAfterAllOfThemAsked() throws Exception {
        var stored = new AtomicInteger(1);
        var reads = new AtomicInteger();
        var entered = new CountDownLatch(1);
        Function<String, Integer> shared =
                Rounds.sharing(key -> {
                    int read = stored.get();
                    if (reads.incrementAndGet() == 1) {
                        entered.countDown();
                        await(first);
                    }
                    return read;
                });
        Future<Integer> before = callers.submit(() -> shared.apply("grants"));
        entered.await();
        stored.set(2);
        List<Future<Integer>> after = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            after.add(callers.submit(() -> shared.apply("grants")));
        }

        first.countDown();

        assertThat(before.get()).isEqualTo(1);
        for (Future<Integer> one : after) {
            assertThat(one.get()).isEqualTo(2);
        }
    }

    /** So many that they meet in every way: none is lost, none is done twice. */
    @Test
    void doEveryItemOnce() throws Exception {
        first.countDown();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String key = "employer-" + i % 3;
            String item = "item-" + i;
            calls.add(() -> rounds.join(key, item));
        }

        List<Future<String>> all = callers.invokeAll(calls);

        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).get()).isEqualTo("ITEM-" + i);
        }
        assertThat(done.stream().flatMap(List::stream)).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(done).allSatisfy(round -> assertThat(round).hasSizeLessThanOrEqualTo(MOST));
    }

    /** The first is at work until {@link #first}, and the others wait, one after the other. */
    private List<Future<String>> underWay(String key, String... items) {
        List<Future<String>> all = new ArrayList<>();
        for (String item : items) {
            int waiting = all.size() - 1;
            all.add(callers.submit(() -> rounds.join(key, item)));
            if (waiting < 0) {
                Eventually.get(() -> done.contains(List.of(item)), begun -> begun);
            } else {
                Eventually.get(() -> rounds.waiting(key), count -> count == waiting + 1);
            }
        }
        return all;
    }

    private List<String> round(String key, List<String> items) {
        done.add(List.copyOf(items));
        if (key.equals("harbor") && items.contains("a")) {
            await(first);
        }
        if (items.contains("broken")) {
            throw new IllegalArgumentException("broken");
        }
        return items.stream().map(String::toUpperCase).toList();
    }

    private static List<String> outcomes(List<Future<String>> all) throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Future<String> one : all) {
            outcomes.add(one.get());
        }
        return outcomes;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
