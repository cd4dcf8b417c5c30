package dev.assay.hiring.boards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/** The bodies in the test resources, and signing them as boards do. */
public final class BoardShapes {

    private BoardShapes() {}

    /** A board's body with ids put where it has names for them. */
    public static String body(String board, Map<String, String> ids) {
        try (InputStream file =
                Objects.requireNonNull(
                        BoardShapes.class.getResourceAsStream(
                                "/dev/assay/hiring/boards/" + board + ".json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> id : ids.entrySet()) {
                text = text.replace("${" + id.getKey() + "}", id.getValue());
            }
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String indeed(String secret, byte[] body) {
        return Base64.getEncoder().encodeToString(Signatures.hmac("HmacSHA1", ascii(secret), body));
    }

    /** As it is published: with the prefix before what is signed. */
    public static String linkedIn(String secret, byte[] body) {
        return HexFormat.of()
                .formatHex(
                        Signatures.hmac("HmacSHA256", ascii(secret), ascii("hmacsha256="), body));
    }

    /** What shows LinkedIn that somebody knows the secret. */
    public static String challenged(String secret, String challenge) {
        return HexFormat.of()
                .formatHex(Signatures.hmac("HmacSHA256", ascii(secret), ascii(challenge)));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
