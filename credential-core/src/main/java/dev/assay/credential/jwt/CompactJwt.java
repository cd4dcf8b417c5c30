package dev.assay.credential.jwt;

import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A JWS in compact form (RFC 7515 §7.1), taken apart but not verified. */
@SuppressWarnings("ArrayRecordComponent") // lives within one verification
public record CompactJwt(JsonNode header, JsonNode payload, byte[] signingInput, byte[] signature) {

    private static final boolean[] IN_ALPHABET = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .forEach(c -> IN_ALPHABET[c] = true);
    }

    /** What taking a token apart came to. */
    public sealed interface Parsed {
        record Token(CompactJwt jwt) implements Parsed {}

        record Malformed(InputFault fault) implements Parsed {}
    }

    /**
     * Whether these are two texts of base64url and a third one, perhaps empty, with dots between.
     */
    public static boolean looksLike(String text) {
        int dots = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isBase64Url(text.charAt(i))) {
                length++;
            } else if (text.charAt(i) == '.' && length > 0 && dots < 2) {
                dots++;
                length = 0;
            } else {
                return false;
            }
        }
        return dots == 2;
    }

    private static boolean isBase64Url(char c) {
        return c < IN_ALPHABET.length && IN_ALPHABET[c];
    }

    /** Refuses parts that are not strict base64url or strict JSON objects. */
    public static Parsed parse(String token, StrictJson json) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            return malformed("The token does not have three parts.");
        }
        var header = decode(token.substring(0, first));
        var payload = decode(token.substring(first + 1, second));
        var signature = decode(token.substring(second + 1));
        if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
            return malformed("A part of the token is not base64url.");
        }
        if (!(json.parse(header.get()) instanceof ParseResult.Parsed(var head))
                || !head.isObject()) {
            return malformed("The header of the token is not a JSON object.");
        }
        return switch (json.parse(payload.get())) {
            case ParseResult.Malformed(var fault) -> new Parsed.Malformed(fault);
            case ParseResult.Parsed(var body) ->
                    body.isObject()
                            ? new Parsed.Token(
                                    new CompactJwt(
                                            head,
                                            body,
                                            ascii(token.substring(0, second)),
                                            signature.get()))
                            : malformed("The payload of the token is not a JSON object.");
        };
    }

    private static byte[] ascii(String signed) {
        return signed.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The JDK's decoder does not mind stray bits in the last character; comparing the end with its
     * encoded form does, so that each signature has one spelling.
     */
    private static Optional<byte[]> decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            var end = part.substring(part.length() / 4 * 4);
            var again = Base64.getUrlEncoder().withoutPadding().encodeToString(lastOf(bytes));
            return again.equals(end) && part.indexOf('=') < 0
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The bytes of the last group, unless it is a whole one. */
    private static byte[] lastOf(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length / 3 * 3, bytes.length);
    }

    private static Parsed malformed(String detail) {
        return new Parsed.Malformed(InputFault.of(CheckCode.MALFORMED_JWT, detail));
    }
}
