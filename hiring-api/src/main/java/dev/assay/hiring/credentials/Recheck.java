package dev.assay.hiring.credentials;

import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
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

    private static boolean mayBeHadLater(Check check) {
        return check.name().required()
                && check.outcome() == CheckOutcome.INDETERMINATE
                && check.code().ignoreReason().equals(Optional.of(IgnoreReason.COULD_NOT_CHECK))
                && !OURS.contains(check.code());
    }
}
