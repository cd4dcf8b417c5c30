package dev.assay.hiring.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VerificationTurnsTest {

    private final VerificationTurns turns =
            new VerificationTurns(new LimitProperties(1, 1, 1, 1, 1, 2));
    private final Actor harbor = service();
    private final Actor cedar = service();

    @Test
    void worksOnAsManyOfAnEmployersAsMayAndLeavesOthersTheirTurn() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch bothAtWork = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                all.add(
                        threads.submit(() ->
                                turns.take(
                                        harbor,
                                        () -> {
                                            most.accumulateAndGet(
                                                    atWork.incrementAndGet(), Math::max);
                                            bothAtWork.countDown();
                                            await(goOn);
                                            atWork.decrementAndGet();
                                            return number;
                                        })));
            }
            bothAtWork.await();

            assertThat(turns.take(cedar, () -> "at once")).isEqualTo("at once");

            goOn.countDown();
            for (int i = 0; i < 20; i++) {
                assertThat(all.get(i).get()).isEqualTo(i);
            }
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void givesTheTurnBackAfterAFailure() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() ->
                            turns.take(
                                    harbor,
                                    () -> {
                                        throw new IllegalStateException("broken");
                                    }))
                    .hasMessage("broken");
        }
    }

    private static Actor service() {
        return new Actor.Service(new EmployerId(UUID.randomUUID()), "test");
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
