package dev.assay.hiring.credentials;

import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import java.time.Instant;
import java.util.Optional;

/**
 * A credential of an application with its latest verification.
 *
 * @param recheck when it is tried again, while something about it could not be checked
 */
public record StoredCredential(
        CredentialId id,
        ApplicationId application,
        CandidateId candidate,
        Instant submittedAt,
        Optional<Instant> withdrawnAt,
        Instant verifiedAt,
        VerificationReport report,
        Optional<Recheck> recheck) {

    /** The issuer the signed part names; empty when the document could not be read so far. */
    public Optional<String> issuerId() {
        return report.credential().map(credential -> credential.issuer().id());
    }

    /** Whether it was handed in by address and has not arrived so far. */
    public boolean isPending() {
        return withdrawnAt.isEmpty()
                && report.check(CheckName.STRUCTURE).code() == CheckCode.PENDING;
    }

    /** The same credential as verified again. */
    StoredCredential with(VerificationReport later, Instant now) {
        return new StoredCredential(
                id, application, candidate, submittedAt, withdrawnAt, now, later, recheck);
    }

    /** The same credential with another report on it. */
    StoredCredential with(VerificationReport other) {
        return new StoredCredential(
                id, application, candidate, submittedAt, withdrawnAt, verifiedAt, other, recheck);
    }
}
