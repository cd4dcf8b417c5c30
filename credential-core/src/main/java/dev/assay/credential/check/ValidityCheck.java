package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.VALIDITY;

import dev.assay.credential.format.ValidityPeriod;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether now is within the period (VC 2.0 §4.9), clocks being allowed to differ a little. The
 * first instant is within, the last is not: at {@code validUntil} a credential ceases to be valid.
 */
final class ValidityCheck {

    private ValidityCheck() {}

    static Check of(ValidityPeriod period, Instant now, Duration skew) {
        if (period.until().filter(until -> !now.isBefore(until.plus(skew))).isPresent()) {
            return Check.failed(VALIDITY, CheckCode.EXPIRED, "The credential has expired.");
        }
        if (period.from().filter(from -> now.plus(skew).isBefore(from)).isPresent()) {
            return Check.failed(
                    VALIDITY, CheckCode.NOT_YET_VALID, "The credential is not valid yet.");
        }
        return Check.passed(VALIDITY, "The credential is within its period of validity.");
    }
}
