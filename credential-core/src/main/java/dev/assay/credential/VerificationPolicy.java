package dev.assay.credential;

import dev.assay.credential.input.InputLimits;
import dev.assay.credential.jsonld.WorkBudget;
import java.time.Duration;

/**
 * What a verifier may tolerate. There is nothing here to switch a check off with.
 *
 * @param clockSkew by how much our clock and the issuer's may differ, 0 to 5 minutes
 * @param limits how large a document may be
 * @param budget how much work its canonical form may take
 */
public record VerificationPolicy(Duration clockSkew, InputLimits limits, WorkBudget budget) {

    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    public VerificationPolicy {
        if (clockSkew.isNegative() || clockSkew.compareTo(MAX_SKEW) > 0) {
            throw new IllegalArgumentException(
                    "the clock skew must be between 0 and 5 minutes, but is " + clockSkew);
        }
    }

    /** One minute of skew, 1 MiB, the standard work budget. */
    public static VerificationPolicy standard() {
        return new VerificationPolicy(
                Duration.ofMinutes(1), InputLimits.standard(), WorkBudget.standard());
    }

    public VerificationPolicy withClockSkew(Duration skew) {
        return new VerificationPolicy(skew, limits, budget);
    }
}
