package dev.assay.hiring.scoring.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the canonical encoding of a score's inputs, as 64 lower-case hexadecimal digits.
 * Equal digests mean equal inputs; the order they came in does not matter. {@link CanonicalInputs}
 * describes the encoding, so that anybody can recompute it.
 */
public record InputsDigest(String hex) {

    private static final int DIGITS = 64;

    public InputsDigest {
        if (hex.length() != DIGITS || !isLowerCaseHex(hex)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex: '" + hex + "'");
        }
    }

    static InputsDigest of(ScoringInput input) {
        byte[] canonical = CanonicalInputs.of(input).getBytes(StandardCharsets.US_ASCII);
        return new InputsDigest(HexFormat.of().formatHex(sha256(canonical)));
    }

    private static boolean isLowerCaseHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
