package dev.assay.hiring.platform.limits;

import java.time.Duration;
import java.time.Instant;

/**
 * So many calls in each window of a minute.
 *
 * @param name stable: callers see it, and it is stored
 */
record RatePolicy(String name, int quota) {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** A node takes tokens in portions, so that few calls have to ask the database. */
    private static final int LARGEST_PORTION = 50;

    private static final int PORTIONS = 20;

    int portion() {
        return Math.clamp(quota / PORTIONS, 1, LARGEST_PORTION);
    }

    static Instant windowOf(Instant time) {
        return Instant.ofEpochSecond(
                time.getEpochSecond() - time.getEpochSecond() % WINDOW.toSeconds());
    }
}
