package dev.assay.hiring.credentials;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often is looked at the documents that verdicts hang on. A host's own caching rules are kept
 * besides, so looking is mostly looking into our own cache.
 *
 * @param every how long after one look the next follows
 * @param anewAfter after that long its credentials are verified anew though nothing has changed: a
 *     list may have ended, and a host may have gone
 */
@ConfigurationProperties("assay.watch")
@Validated
record WatchProperties(
        @DefaultValue("30s") @DurationMin(millis = 1) Duration every,
        @DefaultValue("24h") @DurationMin(millis = 1) Duration anewAfter) {

    /** A quarter less at most, so that not all lists are looked at in the same second. */
    Duration next(RandomGenerator random) {
        long millis = every.toMillis();
        return Duration.ofMillis(millis - random.nextLong(millis / 4 + 1));
    }
}
