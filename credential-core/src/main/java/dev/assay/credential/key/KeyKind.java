package dev.assay.credential.key;

/** Kinds of key that can verify; each has exactly one JWS algorithm, which the key decides. */
public enum KeyKind {
    ED25519("EdDSA", "Ed25519"),
    P_256("ES256", "SHA256withECDSAinP1363Format"),
    P_384("ES384", "SHA384withECDSAinP1363Format"),
    RSA("RS256", "SHA256withRSA");

    private final String jwsAlgorithm;
    private final String jcaAlgorithm;

    KeyKind(String jwsAlgorithm, String jcaAlgorithm) {
        this.jwsAlgorithm = jwsAlgorithm;
        this.jcaAlgorithm = jcaAlgorithm;
    }

    public String jwsAlgorithm() {
        return jwsAlgorithm;
    }

    public String jcaAlgorithm() {
        return jcaAlgorithm;
    }
}
