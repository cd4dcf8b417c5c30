package dev.assay.credential;

import dev.assay.credential.check.Verification;
import dev.assay.credential.format.CredentialReader;
import dev.assay.credential.jsonld.ContextCatalogue;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.StatusSource;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Verifies credentials: Verifiable Credentials 1.1 and 2.0 and Open Badges 3.0, with Data Integrity
 * proofs or as VC-JWT. Any bytes have a report and none an exception. The same bytes, documents,
 * statuses and instant have the same report. No I/O but through the ports; thread-safe.
 *
 * <p>Verified means: well-formed, every term known, the signature fits, the key is the issuer's
 * own, within its dates, and nothing that was declared about it went unchecked. It does not mean
 * that the issuer deserves trust.
 */
public final class CredentialVerifier {

    private final InstantSource clock;
    private final DocumentSource documents;
    private final StatusSource statuses;
    private final ContextCatalogue contexts;
    private final VerificationPolicy policy;
    private final CredentialReader reader;

    private CredentialVerifier(
            InstantSource clock,
            DocumentSource documents,
            StatusSource statuses,
            ContextCatalogue contexts,
            VerificationPolicy policy) {
        this.clock = clock;
        this.documents = documents;
        this.statuses = statuses;
        this.contexts = contexts;
        this.policy = policy;
        this.reader = new CredentialReader(policy.limits());
    }

    /** A verifier that consults no status lists: declared statuses stay undecided. */
    public static CredentialVerifier create(
            InstantSource clock, DocumentSource documents, VerificationPolicy policy) {
        return new CredentialVerifier(
                clock, documents, StatusSource.none(), ContextCatalogue.bundled(), policy);
    }

    /** This verifier, asking about every status that a credential declares. */
    public CredentialVerifier withStatuses(StatusSource source) {
        return new CredentialVerifier(clock, documents, source, contexts, policy);
    }

    /** Knows other contexts than the bundled ones, for a closed circle with terms of its own. */
    public CredentialVerifier withContexts(ContextCatalogue catalogue) {
        return new CredentialVerifier(clock, documents, statuses, catalogue, policy);
    }

    /**
     * Reports on one credential; broken or foreign input has a report that says so.
     *
     * @param document a JSON credential or a compact JWT, as received
     * @param recipient whose credential it should be
     */
    public VerificationReport verify(byte[] document, Recipient recipient) {
        return switch (reader.read(document)) {
            case CredentialReader.Reading.Malformed(var fault) ->
                    VerificationReport.unreadable(fault);
            case CredentialReader.Reading.Unsupported(var format, var detail) ->
                    VerificationReport.unsupported(format, detail);
            case CredentialReader.Reading.NoCredential(var detail) -> noCredential(detail);
            case CredentialReader.Reading.Credential(var credential) ->
                    new Verification(
                                    new LinkedData(contexts, policy.budget()),
                                    documents,
                                    statuses,
                                    clock.instant(),
                                    policy.clockSkew())
                            .report(credential, recipient);
        };
    }

    private static VerificationReport noCredential(String detail) {
        var structure = Check.failed(CheckName.STRUCTURE, CheckCode.NOT_A_CREDENTIAL, detail);
        return new VerificationReport(
                CredentialFormat.UNKNOWN,
                Optional.empty(),
                VerificationReport.withoutFurtherChecks(structure),
                Optional.empty(),
                Optional.empty());
    }
}
