package dev.assay.hiring.credentials;

import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A credential that could not be checked so far, and when it is tried again.
 *
 * @param since when it was handed in
 * @param attempts how often it was tried again
 * @param nextAt when it will be, at the earliest
 */
public record Recheck(Instant since, int attempts, Instant nextAt) {

    /** What we cannot do today, we cannot do tomorrow either: only a newer Assay may. */
    private static final Set<CheckCode> OURS =
            EnumSet.of(
                    CheckCode.WORK_LIMIT,
                    CheckCode.PROOF_UNSUPPORTED,
                    CheckCode.ISSUER_ID_UNSUPPORTED,
                    CheckCode.STATUS_TYPE_UNSUPPORTED,
                    CheckCode.STATUS_ENTRY_MALFORMED);

    /**
     * Whether trying again may settle it: nothing failed, and something was not to be had that may
     * be had later. A code nobody thought of is tried again rather than forgotten.
     */
    static boolean mayHelp(VerificationReport report) {
        return report.outcome() == Outcome.INDETERMINATE
                && report.checks().stream().anyMatch(Recheck::mayBeHadLater);
    }

    /**
     * When to look at it again by itself: at once where that may settle it, and when it becomes
     * valid where nothing but that is missing.
     */
    static Optional<Instant> next(VerificationReport report, Instant now) {
        if (mayHelp(report)) {
            return Optional.of(now);
        }
        return report.check(CheckName.VALIDITY).code() == CheckCode.NOT_YET_VALID
                ? report.credential()
                        .flatMap(CredentialSummary::validFrom)
                        .map(from -> from.minus(VerificationPolicy.standard().clockSkew()))
                        .filter(from -> from.isAfter(now))
                : Optional.empty();
    }

    /** Whether nothing that others publish can make it count any more. */
    static boolean isForGood(VerificationReport report) {
        return report.outcome() == Outcome.FAILED
                && report.ignoreReason()
                        .filter(reason ->
                                reason == IgnoreReason.SUSPENDED
                                        || reason == IgnoreReason.NOT_YET_VALID)
                        .isEmpty();
    }

    private static boolean mayBeHadLater(Check check) {
        return check.name().required()
                && check.outcome() == CheckOutcome.INDETERMINATE
                && check.code().ignoreReason().equals(Optional.of(IgnoreReason.COULD_NOT_CHECK))
                && !OURS.contains(check.code());
    }
}
