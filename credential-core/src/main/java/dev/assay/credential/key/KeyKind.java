package dev.assay.credential.key;

/** Kinds of key that can verify; each has exactly one JWS algorithm, which the key decides. */
public enum KeyKind {
    ED25519("EdDSA"),
    P_256("ES256"),
    P_384("ES384"),
    RSA("RS256");

    private final String jwsAlgorithm;

    KeyKind(String jwsAlgorithm) {
        this.jwsAlgorithm = jwsAlgorithm;
    }

    public String jwsAlgorithm() {
        return jwsAlgorithm;
    }
}
