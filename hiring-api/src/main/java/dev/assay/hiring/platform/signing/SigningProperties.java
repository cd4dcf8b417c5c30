package dev.assay.hiring.platform.signing;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the platform signs with one key. The next one is published before it signs, at most a
 * day, so that nobody who kept a copy of the keys takes its first signature for a stranger's.
 *
 * @param rotateAfter from then on a new one signs; the old one stays published for what it signed
 */
@ConfigurationProperties("assay.signing")
@Validated
record SigningProperties(@DefaultValue("365d") @DurationMin(hours = 1) Duration rotateAfter) {

    /** For how long others may go on with a copy of the published keys. */
    static final Duration COPIES_KEPT = Duration.ofMinutes(15);

    private static final Duration MOST_NOTICE = Duration.ofDays(1);

    /** How long before its turn the next key is published. */
    Duration announcedBefore() {
        Duration half = rotateAfter.dividedBy(2);
        return half.compareTo(MOST_NOTICE) < 0 ? half : MOST_NOTICE;
    }
}
