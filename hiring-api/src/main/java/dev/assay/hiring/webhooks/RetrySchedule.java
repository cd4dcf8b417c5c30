package dev.assay.hiring.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When to try again: ten attempts over about 75 hours, as Standard Webhooks 1.0 has them, each a
 * little sooner or later by chance, so that what failed together does not come back together.
 */
final class RetrySchedule {

    /** What follows the first attempt, the second and so on. */
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    static final int MOST_ATTEMPTS = WAITS.size() + 1;

    private static final double SPREAD = 0.1;
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetrySchedule() {}

    /** Whether nothing comes after so many failures. */
    static boolean isOver(int failures) {
        return failures >= MOST_ATTEMPTS;
    }

    /**
     * @param failures how often it failed in a row; 1 or more, and not {@link #isOver}
     * @param asked for how long the receiver asked to be left alone; a day at most
     */
    static Duration waitAfter(int failures, Duration asked, RandomGenerator random) {
        Duration usual = WAITS.get(failures - 1);
        double factor = 1 + SPREAD * (2 * random.nextDouble() - 1);
        Duration spread = Duration.ofMillis((long) (usual.toMillis() * factor));
        Duration heard = asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
        return spread.compareTo(heard) < 0 ? heard : spread;
    }
}
