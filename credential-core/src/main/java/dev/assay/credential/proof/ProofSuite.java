package dev.assay.credential.proof;

import dev.assay.credential.json.JsonTree;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The embedded proof suites we verify and sign; all of them are Ed25519 over two SHA-256 digests.
 */
public enum ProofSuite {
    /** VC-DI-EDDSA §3.2. */
    EDDSA_RDFC_2022("DataIntegrityProof", Optional.of("eddsa-rdfc-2022")),
    /** VC-DI-EDDSA §3.3. */
    EDDSA_JCS_2022("DataIntegrityProof", Optional.of("eddsa-jcs-2022")),
    /** The draft name of eddsa-rdfc-2022, found in badges of 2023. */
    EDDSA_2022("DataIntegrityProof", Optional.of("eddsa-2022")),
    /** VC-DI-EDDSA, appendix on Ed25519Signature2020. */
    ED25519_SIGNATURE_2020("Ed25519Signature2020", Optional.empty());

    private final String type;
    private final Optional<String> cryptosuite;

    ProofSuite(String type, Optional<String> cryptosuite) {
        this.type = type;
        this.cryptosuite = cryptosuite;
    }

    public String type() {
        return type;
    }

    public Optional<String> cryptosuite() {
        return cryptosuite;
    }

    static Optional<ProofSuite> of(JsonNode proof) {
        return Arrays.stream(values()).filter(suite -> suite.isOf(proof)).findFirst();
    }

    private boolean isOf(JsonNode proof) {
        return JsonTree.text(proof, "type").filter(type::equals).isPresent()
                && JsonTree.text(proof, "cryptosuite").equals(cryptosuite);
    }

    Canonicalizer canonicalizer(dev.assay.credential.jsonld.LinkedData linkedData) {
        return switch (this) {
            case EDDSA_JCS_2022 -> new JcsCanonicalizer();
            case EDDSA_RDFC_2022, EDDSA_2022, ED25519_SIGNATURE_2020 ->
                    new RdfCanonicalizer(linkedData);
        };
    }
}
