package dev.assay.credential.proof;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.key.Base58;
import dev.assay.credential.key.KeyKind;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The embedded proof suites we verify. Those for Ed25519 keys we sign with, too. */
public enum ProofSuite {
    /** VC-DI-EDDSA §3.2. */
    EDDSA_RDFC_2022("DataIntegrityProof", Optional.of("eddsa-rdfc-2022")),
    /** VC-DI-EDDSA §3.3. */
    EDDSA_JCS_2022("DataIntegrityProof", Optional.of("eddsa-jcs-2022")),
    /** The draft name of eddsa-rdfc-2022, found in badges of 2023. */
    EDDSA_2022("DataIntegrityProof", Optional.of("eddsa-2022")),
    /** VC-DI-EDDSA, appendix on Ed25519Signature2020. */
    ED25519_SIGNATURE_2020("Ed25519Signature2020", Optional.empty()),
    /** VC-DI-ECDSA §3.2; P-256 with SHA-256, P-384 with SHA-384. */
    ECDSA_RDFC_2019("DataIntegrityProof", Optional.of("ecdsa-rdfc-2019")),
    /** VC-DI-ECDSA §3.3. */
    ECDSA_JCS_2019("DataIntegrityProof", Optional.of("ecdsa-jcs-2019")),
    /** VC-DI-ECDSA §3.4, as a holder derives it: parts of the credential with proof of each. */
    ECDSA_SD_2023("DataIntegrityProof", Optional.of("ecdsa-sd-2023"));

    private static final List<ProofSuite> SUITES = List.of(values());

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
        var type = JsonTree.text(proof, "type").orElse("");
        var cryptosuite = JsonTree.text(proof, "cryptosuite");
        for (var suite : SUITES) {
            if (suite.type.equals(type) && suite.cryptosuite.equals(cryptosuite)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /**
     * How documents are brought into the form that is hashed.
     *
     * @param digest the hash; a P-384 key takes SHA-384 for everything, all others SHA-256
     */
    Canonicalizer canonicalizer(LinkedData linkedData, String digest) {
        return switch (this) {
            case EDDSA_JCS_2022, ECDSA_JCS_2019 -> new JcsCanonicalizer();
            case EDDSA_RDFC_2022,
                    EDDSA_2022,
                    ED25519_SIGNATURE_2020,
                    ECDSA_RDFC_2019,
                    ECDSA_SD_2023 ->
                    new RdfCanonicalizer(linkedData, digest);
        };
    }

    /** Whether proofs of this suite are made with keys of that kind. */
    boolean uses(KeyKind kind) {
        return switch (this) {
            case EDDSA_RDFC_2022, EDDSA_JCS_2022, EDDSA_2022, ED25519_SIGNATURE_2020 ->
                    kind == KeyKind.ED25519;
            case ECDSA_RDFC_2019, ECDSA_JCS_2019 -> kind == KeyKind.P_256 || kind == KeyKind.P_384;
            case ECDSA_SD_2023 -> kind == KeyKind.P_256;
        };
    }

    /** The bytes of a proof value; empty when it is not written as the suite writes it. */
    Optional<byte[]> value(String proofValue) {
        return switch (this) {
            case EDDSA_RDFC_2022, EDDSA_JCS_2022, EDDSA_2022, ED25519_SIGNATURE_2020 ->
                    base58(proofValue).filter(bytes -> bytes.length == 64);
            case ECDSA_RDFC_2019, ECDSA_JCS_2019 ->
                    base58(proofValue).filter(bytes -> bytes.length == 64 || bytes.length == 96);
            case ECDSA_SD_2023 -> base64(proofValue);
        };
    }

    private static Optional<byte[]> base58(String value) {
        return value.startsWith("z") ? Base58.decode(value.substring(1)) : Optional.empty();
    }

    private static Optional<byte[]> base64(String value) {
        try {
            return value.startsWith("u")
                    ? Optional.of(Base64.getUrlDecoder().decode(value.substring(1)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // not base64url
        }
    }
}
