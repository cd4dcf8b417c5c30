package dev.assay.credential.check;

import dev.assay.credential.did.IssuerBinding;
import dev.assay.credential.did.IssuerKeys;
import dev.assay.credential.did.KeyDirectory;
import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.format.SummaryReader;
import dev.assay.credential.format.ValidityPeriod;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.ProofChecker;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.schema.SchemaValidator;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.StatusSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs every check on one credential. No check stops another: a report tells everything that could
 * be found out. One instance serves one verification.
 */
public final class Verification {

    private final LinkedData linkedData;
    private final KeyDirectory directory;
    private final StatusSource statuses;
    private final SchemaCheck schema;
    private final Instant now;
    private final Duration skew;

    public Verification(
            LinkedData linkedData,
            DocumentSource documents,
            StatusSource statuses,
            SchemaValidator schemas,
            Instant now,
            Duration skew) {
        this.linkedData = linkedData;
        this.directory = new KeyDirectory(documents);
        this.statuses = statuses;
        this.schema = new SchemaCheck(schemas);
        this.now = now;
        this.skew = skew;
    }

    public VerificationReport report(CredentialDocument document, Recipient recipient) {
        var securing = securing(document);
        var status = StatusCheck.of(document, statuses);
        var checks =
                List.of(
                        StructureCheck.of(document),
                        ContextCheck.of(document.claims(), linkedData),
                        securing.proof(),
                        securing.keyBinding(),
                        ValidityCheck.of(ValidityPeriod.of(document), now, skew),
                        status.check(),
                        schema.of(document),
                        SubjectCheck.of(document.subject(), recipient),
                        AuthorityCheck.of(document),
                        issuerTrust());
        return new VerificationReport(
                document.format(),
                securing.description(),
                checks,
                SummaryReader.read(document),
                status.until(),
                Optional.empty());
    }

    private SecuringChecks securing(CredentialDocument document) {
        return switch (document.securing()) {
            case CredentialDocument.Securing.Embedded(var proofs) ->
                    new EmbeddedProofCheck(
                                    new ProofChecker(
                                            linkedData, directory, now.plus(skew), now.minus(skew)),
                                    new IssuerBinding(directory, now),
                                    now)
                            .check(document.claims(), proofs, document.issuerId());
            case CredentialDocument.Securing.Jwt(var jwt) ->
                    new JwtProofCheck(new IssuerKeys(directory, now), now)
                            .check(jwt, document.claims(), document.issuerId());
        };
    }

    /** Trust is the employer's registry; this library holds none. */
    private static Check issuerTrust() {
        return Check.notApplicable(
                CheckName.ISSUER_TRUST,
                CheckCode.REGISTRY_NOT_CONSULTED,
                "Whether the issuer is trusted is for the employer's registry to say.");
    }
}
