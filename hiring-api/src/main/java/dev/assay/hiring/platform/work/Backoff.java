package dev.assay.hiring.platform.work;

import java.time.Duration;

/** How long to leave alone what has just failed: twice as long each time, up to a limit. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** More than any first wait needs to come to its longest, and no overflow. */
    private static final int DOUBLINGS = 20;

    private Backoff() {}

    /**
     * One second at first, an hour at most.
     *
     * @param failures how often it failed in a row, the last time included; 1 or more
     */
    public static Duration after(int failures) {
        return after(failures, FIRST, LONGEST);
    }

    /**
     * @param failures how often it failed in a row, the last time included; 1 or more
     */
    public static Duration after(int failures, Duration first, Duration longest) {
        if (failures < 1) {
            throw new IllegalArgumentException("nothing failed");
        }
        Duration wait = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
