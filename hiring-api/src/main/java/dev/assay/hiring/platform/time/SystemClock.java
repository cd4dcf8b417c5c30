package dev.assay.hiring.platform.time;

import java.time.Clock;
import java.time.Duration;

/** The clock of this machine, for the edge of a process; everything else is given it. */
public final class SystemClock {

    private SystemClock() {}

    /**
     * Ticks in microseconds, the precision PostgreSQL keeps, so that what is stored equals what was
     * answered.
     */
    public static Clock utc() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
