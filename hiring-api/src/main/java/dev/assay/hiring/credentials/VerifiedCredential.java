package dev.assay.hiring.credentials;

import dev.assay.credential.evidence.Evidence;
import dev.assay.credential.report.VerificationReport;
import java.util.Optional;
import java.util.Set;

/**
 * A credential and what verifying it found; ready to be stored.
 *
 * @param address where it came from, when it was handed in as an address
 * @param document empty while there is nothing but an address
 * @param evidence what the report rests on; empty while there is nothing to verify
 * @param consulted the documents of others that the report hangs on
 */
public record VerifiedCredential(
        Optional<CredentialAddress> address,
        Optional<SubmittedDocument> document,
        VerificationReport report,
        Optional<Evidence> evidence,
        Set<Consulted> consulted) {

    public VerifiedCredential {
        consulted = Set.copyOf(consulted);
    }
}
