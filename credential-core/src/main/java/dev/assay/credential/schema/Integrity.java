package dev.assay.credential.schema;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What a document must hash to: W3C Subresource Integrity as VC 2.0 §5.3 uses it in {@code
 * digestSRI}.
 */
@SuppressWarnings("ArrayRecordComponent") // made here, compared once
public record Integrity(String algorithm, byte[] digest) {

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

    /** Empty for an algorithm or spelling we do not know. */
    public static Optional<Integrity> parse(String text) {
        int dash = text.indexOf('-');
        var algorithm = dash < 0 ? null : ALGORITHMS.get(text.substring(0, dash));
        if (algorithm == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Integrity(algorithm, Base64.getDecoder().decode(text.substring(dash + 1))));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // not base64
        }
    }

    boolean fits(byte[] content) {
        try {
            return Arrays.equals(MessageDigest.getInstance(algorithm).digest(content), digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }
}
