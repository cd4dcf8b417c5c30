package dev.assay.hiring.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    /** Without a spread. */
    private static final Random MIDDLE =
            new Random() {
                @Override
                public double nextDouble() {
                    return 0.5;
                }
            };

    @Test
    void tenAttemptsTakeAboutThreeDays() {
        Duration all =
                IntStream.range(1, RetrySchedule.MOST_ATTEMPTS)
                        .mapToObj(failures ->
                                RetrySchedule.waitAfter(failures, Duration.ZERO, MIDDLE))
                        .reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofHours(75), Duration.ofHours(76));
        assertThat(RetrySchedule.isOver(9)).isFalse();
        assertThat(RetrySchedule.isOver(10)).isTrue();
    }

    @Test
    void eachWaitIsATenthSoonerOrLaterAtMost() {
        Random random = new Random(1);
        for (int failures = 1; failures < RetrySchedule.MOST_ATTEMPTS; failures++) {
            Duration usual = RetrySchedule.waitAfter(failures, Duration.ZERO, MIDDLE);
            for (int i = 0; i < 100; i++) {
                assertThat(RetrySchedule.waitAfter(failures, Duration.ZERO, random))
                        .isBetween(
                                usual.multipliedBy(9).dividedBy(10),
                                usual.multipliedBy(11).dividedBy(10));
            }
        }
    }

    @Test
    void whoAsksForMoreTimeGetsItUpToADay() {
        assertThat(RetrySchedule.waitAfter(1, Duration.ofMinutes(10), MIDDLE))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(RetrySchedule.waitAfter(1, Duration.ofSeconds(1), MIDDLE))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(RetrySchedule.waitAfter(1, Duration.ofDays(30), MIDDLE))
                .isEqualTo(Duration.ofHours(24));
    }
}
