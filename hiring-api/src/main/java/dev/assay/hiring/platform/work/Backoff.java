package dev.assay.hiring.platform.work;

import java.time.Duration;

/** How long to leave alone what has just failed: one second, then twice as long each time. */
public final class Backoff {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 12;

    private Backoff() {}

    /**
     * @param failures how often it failed in a row, the last time included; 1 or more
     */
    public static Duration after(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("nothing failed");
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - 1, DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
