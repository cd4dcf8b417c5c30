package dev.assay.credential.proof;

import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.ProofDescription;
import java.time.Instant;
import java.util.Optional;

/** A proof whose signature fits the key it names; whose key that is, is another question. */
public record ProvenProof(
        ProofDescription description,
        String verificationMethod,
        VerificationKey key,
        Optional<Instant> created) {}
