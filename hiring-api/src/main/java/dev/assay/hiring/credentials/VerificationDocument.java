package dev.assay.hiring.credentials;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.Alignment;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Credits;
import dev.assay.credential.model.Party;
import dev.assay.credential.model.Result;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.ProofDescription;
import dev.assay.credential.report.VerificationReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A verification as callers see it. Every member is always there; what could not be read is null.
 */
public record VerificationDocument(
        Outcome outcome,
        CredentialFormat format,
        Optional<ProofDescription> proof,
        List<Check> checks,
        Optional<CredentialDocument> credential) {

    public static VerificationDocument of(VerificationReport report) {
        return new VerificationDocument(
                report.outcome(),
                report.format(),
                report.proof(),
                report.checks(),
                report.credential().map(CredentialDocument::of));
    }

    record CredentialDocument(
            Optional<String> id,
            Optional<String> name,
            Party issuer,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            Optional<Achievement> achievement,
            List<Alignment> alignments,
            List<Result> results,
            Optional<Credits> credits) {

        static CredentialDocument of(CredentialSummary credential) {
            return new CredentialDocument(
                    credential.id(),
                    credential.name(),
                    credential.issuer(),
                    credential.validFrom(),
                    credential.validUntil(),
                    credential.achievement(),
                    credential.alignments(),
                    credential.results(),
                    credential.credits());
        }
    }
}
