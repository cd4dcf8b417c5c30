package dev.assay.credential.jwt;

import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A JWS in compact form (RFC 7515 §7.1), taken apart but not verified. */
@SuppressWarnings("ArrayRecordComponent") // lives within one verification
public record CompactJwt(JsonNode header, JsonNode payload, byte[] signingInput, byte[] signature) {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final boolean[] IN_ALPHABET = new boolean[128];

    static {
        ALPHABET.chars().forEach(c -> IN_ALPHABET[c] = true);
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
        byte[] bytes = token.getBytes(StandardCharsets.ISO_8859_1);
        return parse(bytes, 0, bytes.length, json);
    }

    /** The same for a token that lies within some bytes. */
    public static Parsed parse(byte[] bytes, int start, int end, StrictJson json) {
        int first = start;
        while (first < end && bytes[first] != '.') {
            first++;
        }
        int second = end - 1;
        while (second > first && bytes[second] != '.') {
            second--;
        }
        if (second <= first) {
            return malformed("The token does not have three parts.");
        }
        // The shortest parts first: what is no token at all is seen there.
        var signature = decode(bytes, second + 1, end);
        var header = decode(bytes, start, first);
        if (header.isEmpty() || signature.isEmpty()) {
            return malformed("A part of the token is not base64url.");
        }
        var payload = decode(bytes, first + 1, second);
        if (payload.isEmpty()) {
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
                                            Arrays.copyOfRange(bytes, start, second),
                                            signature.get()))
                            : malformed("The payload of the token is not a JSON object.");
        };
    }

    /**
     * The JDK's decoder does not mind padding, nor stray bits in the last character; we do, so that
     * each signature has one spelling.
     */
    private static Optional<byte[]> decode(byte[] bytes, int start, int end) {
        if (end > start && (bytes[end - 1] == '=' || hasStrayBits(bytes, start, end))) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getUrlDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return Optional.of(
                    decoded.limit() == decoded.array().length
                            ? decoded.array()
                            : Arrays.copyOf(decoded.array(), decoded.limit()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether the last character says more than fits the last byte. */
    private static boolean hasStrayBits(byte[] bytes, int start, int end) {
        int unused =
                switch ((end - start) % 4) {
                    case 2 -> 0xf;
                    case 3 -> 0x3;
                    default -> 0;
                };
        return unused != 0 && (ALPHABET.indexOf(bytes[end - 1]) & unused) != 0;
    }

    private static Parsed malformed(String detail) {
        return new Parsed.Malformed(InputFault.of(CheckCode.MALFORMED_JWT, detail));
    }
}
