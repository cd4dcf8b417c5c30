package dev.assay.hiring.platform.limits;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Whether somebody waits for an answer of this node. Work that nobody waits for lets them go first,
 * for a while: what is accepted to be done later costs those who call now little, and is done even
 * if they never stop.
 */
public final class CallsUnderWay {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private final IntSupplier underWay;
    private final int few;

    /**
     * @param few so many calls at once leave room for other work
     */
    CallsUnderWay(IntSupplier underWay, int few) {
        this.underWay = underWay;
        this.few = few;
    }

    /** Returns as soon as few calls are under way, and after a second at the latest. */
    public void goFirst() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (underWay.getAsInt() > few && System.nanoTime() < end) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }
}
