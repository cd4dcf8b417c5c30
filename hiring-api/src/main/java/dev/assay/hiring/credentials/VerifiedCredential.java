package dev.assay.hiring.credentials;

import dev.assay.credential.evidence.Evidence;
import dev.assay.credential.report.VerificationReport;
import java.util.Optional;

/**
 * A credential and what verifying it found; ready to be stored.
 *
 * @param address where it came from, when it was handed in as an address
 * @param document empty while there is nothing but an address
 * @param evidence what the report rests on; empty while there is nothing to verify
 */
public record VerifiedCredential(
        Optional<CredentialAddress> address,
        Optional<SubmittedDocument> document,
        VerificationReport report,
        Optional<Evidence> evidence) {}
