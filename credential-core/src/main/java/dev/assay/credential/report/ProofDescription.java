package dev.assay.credential.report;

import java.util.Optional;

/**
 * How the credential says it is secured; not by itself a statement that the proof holds.
 *
 * @param type the proof type, or {@code JWT} for a credential in a compact JWS
 * @param cryptosuite the Data Integrity suite, or the JWS algorithm
 * @param verificationMethod the key the proof names
 */
public record ProofDescription(
        String type, Optional<String> cryptosuite, Optional<String> verificationMethod) {}
