package dev.assay.credential.check;

import dev.assay.credential.badge2.OpenBadges2;
import dev.assay.credential.did.IssuerBinding;
import dev.assay.credential.did.IssuerKeys;
import dev.assay.credential.did.KeyDirectory;
import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.format.OpenBadge2Input;
import dev.assay.credential.format.SummaryReader;
import dev.assay.credential.format.ValidityPeriod;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.ProofChecker;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.schema.SchemaValidator;
import dev.assay.credential.sdjwt.SdJwt;
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
    private final OpenBadges2 badges2;
    private final PartsCheck parts;
    private final Optional<RefreshCheck> refresh;
    private final Instant now;
    private final Duration skew;

    /**
     * One verification.
     *
     * @param refresh whoever looks for newer versions; nobody when this is one
     */
    public Verification(
            LinkedData linkedData,
            DocumentSource documents,
            StatusSource statuses,
            SchemaValidator schemas,
            OpenBadges2 badges2,
            PartVerifier parts,
            Optional<PartVerifier> refresh,
            Instant now,
            Duration skew) {
        this.linkedData = linkedData;
        this.directory = new KeyDirectory(documents);
        this.statuses = statuses;
        this.schema = new SchemaCheck(schemas);
        this.badges2 = badges2;
        this.parts = new PartsCheck(parts);
        this.refresh = refresh.map(newer -> new RefreshCheck(documents, newer));
        this.now = now;
        this.skew = skew;
    }

    public VerificationReport report(CredentialDocument document, Recipient recipient) {
        var original = original(document, recipient);
        return refresh.map(r -> r.of(document, original, recipient)).orElse(original);
    }

    private VerificationReport original(CredentialDocument document, Recipient recipient) {
        var securing = securing(document);
        var status = StatusCheck.of(document, statuses);
        var judged = parts.of(document, recipient);
        var period = ValidityPeriod.of(document);
        var checks =
                List.of(
                        StructureCheck.of(document),
                        ContextCheck.of(document, linkedData),
                        securing.proof(),
                        securing.keyBinding(),
                        ValidityCheck.of(period, now, skew),
                        status.check(),
                        schema.of(document),
                        judged.items(),
                        SubjectCheck.of(document.subject(), recipient),
                        AuthorityCheck.of(document),
                        issuerTrust(),
                        RefreshCheck.before(document, refresh.isPresent()),
                        judged.endorsements());
        return new VerificationReport(
                document.format(),
                securing.description(),
                checks,
                SummaryReader.read(document, period),
                status.until(),
                Optional.empty(),
                judged.parts());
    }

    /** Open Badges 2.0 goes its own way to proof and issuer; the rest is read as in 3.0. */
    public VerificationReport report(OpenBadge2Input badge, Recipient recipient) {
        var found = badges2.look(badge);
        var document =
                new CredentialDocument(
                        CredentialFormat.OPEN_BADGES_2,
                        found.claims(),
                        new CredentialDocument.Securing.Embedded(List.of()));
        var checks =
                List.of(
                        found.structure(),
                        Check.notApplicable(
                                CheckName.CONTEXT,
                                CheckCode.NOT_RELEVANT,
                                "The proof of an Open Badge 2.0 covers it word for word."),
                        found.proof(),
                        found.keyBinding(),
                        found.isEmpty()
                                ? notReached(CheckName.VALIDITY)
                                : ValidityCheck.of(ValidityPeriod.of(document), now, skew),
                        found.status(),
                        Check.notApplicable(
                                CheckName.SCHEMA,
                                CheckCode.NOT_DECLARED,
                                "Open Badges 2.0 declare no schema."),
                        PartsCheck.nothing().items(),
                        found.isEmpty()
                                ? notReached(CheckName.SUBJECT)
                                : SubjectCheck.of(document.subject(), recipient),
                        AuthorityCheck.of(document),
                        issuerTrust(),
                        RefreshCheck.notDeclared(),
                        PartsCheck.nothing().endorsements());
        return new VerificationReport(
                document.format(),
                Optional.of(found.proofDescription()),
                checks,
                SummaryReader.read(document),
                Optional.empty(),
                Optional.empty());
    }

    /** SD-JWT VC: what is shown, put back where the issuer signed it, is read as a credential. */
    public VerificationReport report(SdJwt token, Recipient recipient) {
        var found = new SdJwtCheck(new IssuerKeys(directory, now), now).check(token);
        var document =
                new CredentialDocument(
                        CredentialFormat.SD_JWT_VC,
                        found.claims(),
                        new CredentialDocument.Securing.Jwt(found.shown()));
        var status = StatusCheck.of(found.statuses(), document, statuses);
        var checks =
                List.of(
                        found.structure(),
                        Check.notApplicable(
                                CheckName.CONTEXT,
                                CheckCode.NOT_RELEVANT,
                                "The claims of an SD-JWT VC are not linked data."),
                        found.securing().proof(),
                        found.securing().keyBinding(),
                        ValidityCheck.of(ValidityPeriod.of(document), now, skew),
                        status.check(),
                        Check.notApplicable(
                                CheckName.SCHEMA,
                                CheckCode.NOT_DECLARED,
                                "The credential declares no schema."),
                        PartsCheck.nothing().items(),
                        SubjectCheck.of(document.subject(), recipient),
                        AuthorityCheck.of(document),
                        issuerTrust(),
                        RefreshCheck.notDeclared(),
                        PartsCheck.nothing().endorsements());
        return new VerificationReport(
                document.format(),
                found.securing().description(),
                checks,
                SummaryReader.read(document),
                status.until(),
                Optional.empty());
    }

    private static Check notReached(CheckName name) {
        return Check.notApplicable(
                name, CheckCode.NOT_REACHED, "The issuer's own documents could not be had.");
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
