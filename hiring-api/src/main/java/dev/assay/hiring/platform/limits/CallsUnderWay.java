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

    /** Between those of a rush there are moments with few. */
    private static final Duration CALM = Duration.ofMillis(50);

    private final IntSupplier underWay;
    private final int few;
    private volatile long rush = System.nanoTime() - CALM.toNanos();

    /**
     * @param few so many calls at once leave room for other work
     */
    CallsUnderWay(IntSupplier underWay, int few) {
        this.underWay = underWay;
        this.few = few;
    }

    /** Looks how many there are; to be told of each that begins. */
    void look() {
        if (underWay.getAsInt() > few) {
            rush = System.nanoTime();
        }
    }

    /**
     * Returns once few calls have been under way for a moment, and after a second at the latest.
     */
    public void goFirst() {
        long begun = System.nanoTime();
        look();
        while (System.nanoTime() - rush < CALM.toNanos()
                && System.nanoTime() - begun < PATIENCE.toNanos()) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
            look();
        }
    }
}
