package dev.assay.hiring.credentials;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.issuers.Issuer;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code issuer-trust} check: what the employer's registry says about the issuer, as it stands
 * when asked.
 */
final class IssuerTrust {

    private IssuerTrust() {}

    static VerificationReport answer(VerificationReport report, Map<String, Issuer> registry) {
        return report.credential()
                .map(credential -> report.with(check(credential, registry)))
                .orElse(report);
    }

    private static Check check(CredentialSummary credential, Map<String, Issuer> registry) {
        Optional<String> achievement = credential.achievement().map(Achievement::id);
        Issuer issuer = registry.get(credential.issuer().id());
        if (issuer == null || !issuer.covers(achievement, credential.validFrom())) {
            return Check.indeterminate(
                    CheckName.ISSUER_TRUST,
                    CheckCode.ISSUER_UNKNOWN,
                    issuer == null
                            ? "Nobody has registered this issuer yet."
                            : "The registry entry of this issuer does not cover this achievement or date.");
        }
        return switch (issuer.content().tier()) {
            case BLOCKED ->
                    Check.failed(
                            CheckName.ISSUER_TRUST,
                            CheckCode.ISSUER_BLOCKED,
                            "This employer blocks the issuer.");
            case KNOWN, TRUSTED, RECOGNISED ->
                    Check.passed(
                            CheckName.ISSUER_TRUST,
                            "Registered as " + issuer.content().tier().wireName() + ".");
        };
    }
}
