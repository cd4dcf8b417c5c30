package dev.assay.hiring.credentials;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often is tried again what could not be checked.
 *
 * @param first how long to wait after the first attempt; four times as long after each further one
 * @param slowest how long to wait at most, however often it was tried
 */
@ConfigurationProperties("assay.recheck")
@Validated
record RecheckProperties(
        @DefaultValue("1m") @DurationMin(millis = 1) Duration first,
        @DefaultValue("24h") @DurationMin(millis = 1) Duration slowest) {

    private static final int FACTOR = 4;

    /** A quarter more or less, so that what failed together does not come back together. */
    Duration after(int attempts, RandomGenerator random) {
        Duration wait = first;
        for (int i = 1; i < attempts && wait.compareTo(slowest) < 0; i++) {
            wait = wait.multipliedBy(FACTOR);
        }
        long bounded = Math.min(wait.toMillis(), slowest.toMillis());
        return Duration.ofMillis(bounded - bounded / 4 + random.nextLong(bounded / 2 + 1));
    }
}
