package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.REFRESH;

import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.model.CredentialIdentity;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.HttpsAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes the newer version that a credential's refresh service has (Open Badges 3.0, verification,
 * step 3): once, only for a credential proven to be the issuer's, only the same credential, only
 * when it is proven too, and never an older one. Otherwise the credential stands as it came.
 */
final class RefreshCheck {

    private static final String SERVICE = "refreshService";
    private static final String TYPE = "1EdTechCredentialRefresh";
    private static final List<CheckName> STEPS_REPEATED =
            List.of(CheckName.STRUCTURE, CheckName.CONTEXT, CheckName.PROOF, CheckName.KEY_BINDING);

    private final DocumentSource documents;
    private final PartVerifier verifier;

    RefreshCheck(DocumentSource documents, PartVerifier verifier) {
        this.documents = documents;
        this.verifier = verifier;
    }

    /**
     * What stands in a report before anybody has looked for a newer version, or when nobody is to.
     */
    static Check before(CredentialDocument document, boolean asked) {
        return asked && !JsonTree.declares(document.claims(), SERVICE)
                ? notDeclared()
                : Check.notApplicable(REFRESH, CheckCode.NOT_ASKED, "This is the newer version.");
    }

    static Check notDeclared() {
        return Check.notApplicable(
                REFRESH, CheckCode.NOT_DECLARED, "The credential names no refresh service.");
    }

    /** The report on the newer version where there is one that counts, else the original. */
    VerificationReport of(
            CredentialDocument document, VerificationReport original, Recipient recipient) {
        var services = JsonTree.items(document.claims(), SERVICE);
        if (services.isEmpty()) {
            return original;
        }
        if (!isProven(original)) {
            return original.with(
                    Check.notApplicable(
                            REFRESH,
                            CheckCode.NOT_REACHED,
                            "A credential that is not proven is not refreshed."));
        }
        var service = services.stream().filter(s -> JsonTree.hasType(s, TYPE)).findFirst();
        if (service.isEmpty()) {
            return original.with(
                    undecided(
                            CheckCode.REFRESH_TYPE_UNSUPPORTED,
                            "its refresh service is of a kind we do not know"));
        }
        var address = JsonTree.text(service.get(), "id").flatMap(HttpsAddress::parse);
        if (address.isEmpty()) {
            return original.with(
                    undecided(
                            CheckCode.REFRESH_UNAVAILABLE,
                            "its refresh service is at no https address"));
        }
        return switch (documents.fetch(address.get())) {
            case DocumentSource.Answer.Gone() ->
                    original.with(undecided(CheckCode.REFRESH_UNAVAILABLE, "it was withdrawn"));
            case DocumentSource.Answer.Unavailable(var reason) ->
                    original.with(undecided(CheckCode.REFRESH_UNAVAILABLE, reason));
            case DocumentSource.Answer.Found found ->
                    newer(original, verifier.newer(found.content(), recipient));
        };
    }

    private static VerificationReport newer(VerificationReport original, VerificationReport newer) {
        var before = original.credential().orElseThrow();
        boolean same =
                newer.credential().filter(c -> CredentialIdentity.areSame(before, c)).isPresent();
        if (!same || !isProven(newer)) {
            return original.with(
                    undecided(
                            CheckCode.REFRESH_UNUSABLE,
                            "what its refresh service has is not this credential, proven anew"));
        }
        if (from(newer.credential()).isBefore(from(original.credential()))) {
            return original.with(
                    undecided(CheckCode.REFRESH_UNUSABLE, "what its refresh service has is older"));
        }
        return newer.credential().equals(original.credential())
                ? newer.with(Check.passed(REFRESH, "There is no newer version."))
                : newer.with(
                        new Check(
                                REFRESH,
                                CheckOutcome.PASSED,
                                CheckCode.REFRESHED,
                                "This is about the newer version that the issuer has."));
    }

    private static Instant from(Optional<CredentialSummary> credential) {
        return credential.flatMap(CredentialSummary::validFrom).orElse(Instant.MIN);
    }

    private static boolean isProven(VerificationReport report) {
        return report.credential().isPresent()
                && STEPS_REPEATED.stream()
                        .map(report::check)
                        .allMatch(c ->
                                c.outcome() == CheckOutcome.PASSED
                                        || c.outcome() == CheckOutcome.NOT_APPLICABLE);
    }

    private static Check undecided(CheckCode code, String reason) {
        return Check.indeterminate(
                REFRESH, code, "Whether there is a newer version is not known: " + reason + ".");
    }
}
