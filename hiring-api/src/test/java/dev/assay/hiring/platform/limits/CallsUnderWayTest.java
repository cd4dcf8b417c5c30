package dev.assay.hiring.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallsUnderWayTest {

    private static final int FEW = 2;

    @Test
    void goFirstUntilTheyAreFew() {
        var asked = new AtomicInteger();
        var calls = new CallsUnderWay(() -> asked.incrementAndGet() < 4 ? FEW + 1 : FEW, FEW);

        calls.goFirst();

        assertThat(asked).as("and stay so for a moment").hasValueGreaterThan(4);
    }

    @Test
    void letOtherWorkBeginAtOnceWhereTheyWereFew() {
        var asked = new AtomicInteger();
        var calls =
                new CallsUnderWay(
                        () -> {
                            asked.incrementAndGet();
                            return FEW;
                        },
                        FEW);

        calls.look();
        calls.goFirst();

        assertThat(asked).hasValue(2);
    }

    /** Or what was accepted would never be done. */
    @Test
    void goFirstForAWhileOnly() {
        var calls = new CallsUnderWay(() -> FEW + 1, FEW);

        calls.goFirst();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
