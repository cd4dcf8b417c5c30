package dev.assay.hiring.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4, clause 6.2), which every Java platform has; texts as their UTF-8. For what
 * is no secret: whoever can guess the input knows the digest, so personal data is never named by
 * one.
 */
public final class Sha256 {

    private Sha256() {}

    public static byte[] of(byte[] bytes) {
        return begin().digest(bytes);
    }

    public static byte[] of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** In 64 lower-case digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    /** In 64 lower-case digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** The first bytes alone, two lower-case digits each: a short name for what was digested. */
    public static String hex(byte[] bytes, int first) {
        return HexFormat.of().formatHex(of(bytes), 0, first);
    }

    /** The first bytes alone, two lower-case digits each: a short name for what was digested. */
    public static String hex(String text, int first) {
        return hex(text.getBytes(UTF_8), first);
    }

    /** A digest of what comes piece by piece. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
