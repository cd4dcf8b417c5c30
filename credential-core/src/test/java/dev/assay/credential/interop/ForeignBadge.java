package dev.assay.credential.interop;

import java.nio.charset.StandardCharsets;

/**
 * A badge that somebody else's code has signed.
 *
 * @param kind the suite, or {@code jwt-} and the algorithm
 * @param issuerId a DID nobody has used before
 * @param document a JSON object, or a compact JWT for the jwt kinds
 */
public record ForeignBadge(String kind, String issuerId, String document) {

    public boolean isJwt() {
        return kind.startsWith("jwt-");
    }

    public byte[] bytes() {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return kind; // names the test it is a parameter of
    }
}
