package dev.assay.hiring.credentials;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.Alignment;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Credits;
import dev.assay.credential.model.EqfLevel;
import dev.assay.credential.model.EuElement;
import dev.assay.credential.model.Learning;
import dev.assay.credential.model.Party;
import dev.assay.credential.model.Result;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.PartRole;
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
        Optional<CredentialDocument> credential,
        List<PartDocument> parts) {

    public static VerificationDocument of(VerificationReport report) {
        return new VerificationDocument(
                report.outcome(),
                report.format(),
                report.proof(),
                report.checks(),
                report.credential().map(CredentialDocument::of),
                report.parts().stream().map(PartDocument::of).toList());
    }

    /** A credential inside the one around it, with a verification of its own. */
    record PartDocument(PartRole role, String pointer, VerificationDocument verification) {

        static PartDocument of(Part part) {
            return new PartDocument(
                    part.role(), part.pointer(), VerificationDocument.of(part.report()));
        }
    }

    record CredentialDocument(
            Optional<String> id,
            Optional<String> name,
            Party issuer,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            Optional<AchievementDocument> achievement,
            List<Alignment> alignments,
            List<Result> results,
            Optional<Credits> credits,
            Optional<Integer> eqfLevel,
            Optional<EuElementsDocument> euElements) {

        static CredentialDocument of(CredentialSummary credential) {
            return new CredentialDocument(
                    credential.id(),
                    credential.name(),
                    credential.issuer(),
                    credential.validFrom(),
                    credential.validUntil(),
                    credential
                            .achievement()
                            .map(achievement ->
                                    AchievementDocument.of(
                                            achievement, CredentialTraits.of(credential))),
                    credential.alignments(),
                    credential.results(),
                    credential.credits(),
                    credential.learning().flatMap(Learning::eqf).map(EqfLevel::value),
                    credential.learning().map(EuElementsDocument::of));
        }
    }

    /** What was achieved, and of what kind the credential is that says so. */
    record AchievementDocument(
            String id,
            String name,
            Optional<String> description,
            Optional<String> criteria,
            Optional<Party> creator,
            Optional<String> image,
            boolean creditBearing,
            boolean genAi) {

        static AchievementDocument of(Achievement achievement, CredentialTraits traits) {
            return new AchievementDocument(
                    achievement.id(),
                    achievement.name(),
                    achievement.description(),
                    achievement.criteria(),
                    achievement.creator(),
                    achievement.image(),
                    traits.creditBearing(),
                    traits.genAi());
        }
    }

    /** Which elements of an EU micro-credential are stated, and the share of the mandatory ones. */
    record EuElementsDocument(List<EuElement> stated, int completeness) {

        static EuElementsDocument of(Learning learning) {
            return new EuElementsDocument(
                    learning.elements().stated().stream().sorted().toList(),
                    learning.elements().completeness());
        }
    }
}
