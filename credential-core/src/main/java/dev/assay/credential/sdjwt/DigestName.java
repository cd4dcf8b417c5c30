package dev.assay.credential.sdjwt;

import dev.assay.credential.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The digest that a token says it uses (RFC 9901 §4.1.1).
 *
 * @param algorithm as the JDK calls it
 */
record DigestName(String algorithm) {

    private static final Map<String, String> KNOWN =
            Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");

    /** SHA-256 where nothing is said; empty for what we do not know. */
    static Optional<DigestName> of(JsonNode payload) {
        if (!payload.has("_sd_alg")) {
            return Optional.of(new DigestName("SHA-256"));
        }
        return JsonTree.text(payload, "_sd_alg")
                .flatMap(name -> Optional.ofNullable(KNOWN.get(name)))
                .map(DigestName::new);
    }

    /** The digest of a text, in base64url. */
    String of(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance(algorithm)
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }
}
