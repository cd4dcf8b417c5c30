package dev.assay.hiring.platform.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many through at once. Others wait their turn, first come, first served; when as many wait
 * as may, or the wait gets long, they are turned away.
 */
final class Turnstile {

    private final int all;
    private final Semaphore places;
    private final int mostWaiting;

    Turnstile(int places, int mostWaiting) {
        this.all = places;
        this.places = new Semaphore(places, true);
        this.mostWaiting = mostWaiting;
    }

    /** Whoever gets in has to {@link #leave}. */
    boolean enter(Duration patience) {
        if (places.tryAcquire()) {
            return true;
        }
        if (waiting() >= mostWaiting) {
            return false;
        }
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int within() {
        return all - places.availablePermits();
    }

    int waiting() {
        return places.getQueueLength();
    }

    void leave() {
        places.release();
    }
}
