package dev.assay.credential.format;

import dev.assay.credential.bake.BakedImage;
import dev.assay.credential.bake.Unbaked;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.jwt.JwtClaims;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.InputFault;
import dev.assay.credential.sdjwt.SdJwt;
import dev.assay.credential.source.HttpsAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From bytes to a credential: sniffs JSON, compact JWT and SD-JWT, and images. */
public final class CredentialReader {

    private static final Set<String> TOKEN_CLAIMS =
            Set.of("iss", "sub", "jti", "nbf", "exp", "iat", "aud", "vc");
    private static final Set<CredentialFormat> AS_CREDENTIALS =
            Set.of(
                    CredentialFormat.OPEN_BADGES_3,
                    CredentialFormat.VERIFIABLE_CREDENTIAL,
                    CredentialFormat.CLR_2,
                    CredentialFormat.LER_RS);

    private final InputLimits limits;
    private final StrictJson json;

    public CredentialReader(InputLimits limits) {
        this.limits = limits;
        this.json = StrictJson.within(limits);
    }

    /** What reading came to. */
    public sealed interface Reading {
        record Credential(CredentialDocument document) implements Reading {}

        /** An Open Badge of the second generation or the first. */
        record OpenBadge2(OpenBadge2Input badge) implements Reading {}

        /** A token of which parts are shown. */
        record Selective(SdJwt token) implements Reading {}

        /** Recognised, or at least readable, but nothing we verify. */
        record Unsupported(CredentialFormat format, String detail) implements Reading {}

        /** Readable, but no credential of any kind. */
        record NoCredential(String detail) implements Reading {}

        record Malformed(InputFault fault) implements Reading {}
    }

    public Reading read(byte[] bytes) {
        return BakedImage.looksLike(bytes) ? readImage(bytes) : readDocument(bytes);
    }

    private Reading readImage(byte[] bytes) {
        return switch (BakedImage.unbake(bytes)) {
            case Unbaked.Badge(var text) ->
                    HttpsAddress.parse(text.strip()).isPresent()
                            ? hostedAt(text.strip())
                            : readDocument(text.getBytes(StandardCharsets.UTF_8));
            case Unbaked.Nothing() ->
                    new Reading.NoCredential("There is no badge baked into the image.");
            case Unbaked.Malformed(var fault) -> new Reading.Malformed(fault);
        };
    }

    /** The first badges were baked as the address of their assertion. */
    private static Reading hostedAt(String address) {
        var claimed = JsonNodeFactory.instance.objectNode().put("id", address);
        return new Reading.OpenBadge2(new OpenBadge2Input.Hosted(claimed));
    }

    private Reading readDocument(byte[] bytes) {
        if (bytes.length > limits.maxBytes()) {
            return malformed(json.parse(bytes));
        }
        int start = 0;
        int end = bytes.length;
        while (start < end && Character.isWhitespace(bytes[start] & 0xff)) {
            start++;
        }
        while (end > start && Character.isWhitespace(bytes[end - 1] & 0xff)) {
            end--;
        }
        if (isCwt(bytes)) {
            return new Reading.Unsupported(
                    CredentialFormat.UNKNOWN,
                    "This is a signed token in CBOR (CWT); such tokens are not verified.");
        }
        if (start < end && bytes[start] == '{') {
            return readJson(bytes); // as no token begins
        }
        if (CompactJwt.parse(bytes, start, end, json) instanceof CompactJwt.Parsed.Token(var jwt)) {
            return readToken(jwt, bytes, start, end);
        }
        // Tokens are ASCII, so this loses nothing of one; JSON is decoded strictly from the bytes.
        return readOther(ascii(bytes, start, end), bytes);
    }

    private Reading readOther(String text, byte[] bytes) {
        if (SdJwt.looksLike(text)) {
            return switch (SdJwt.parse(text, json)) {
                case SdJwt.Parsed.Malformed(var fault) -> new Reading.Malformed(fault);
                case SdJwt.Parsed.Token(var token) -> new Reading.Selective(token);
            };
        }
        return CompactJwt.looksLike(text)
                        && CompactJwt.parse(text, json)
                                instanceof CompactJwt.Parsed.Malformed(var fault)
                ? new Reading.Malformed(fault)
                : readJson(bytes);
    }

    /** Begins as a tagged COSE_Sign1 does: four parts, the first a map in a byte string. */
    private static boolean isCwt(byte[] bytes) {
        return bytes.length > 4
                && (bytes[0] & 0xff) == 0xd2
                && (bytes[1] & 0xff) == 0x84
                && (bytes[2] & 0xe0) == 0x40
                && ((bytes[3] & 0xf0) == 0xa0 || (bytes[4] & 0xf0) == 0xa0);
    }

    private static String ascii(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static Reading readToken(CompactJwt jwt, byte[] bytes, int start, int end) {
        if (jwt.payload().has("_sd") || jwt.payload().has("vct")) {
            // Without a tilde: all of it is shown, or none of what is hidden.
            return new Reading.Selective(
                    new SdJwt(jwt, List.of(), ascii(bytes, start, end) + "~", Optional.empty()));
        }
        return isOpenBadge2(jwt.payload())
                ? new Reading.OpenBadge2(new OpenBadge2Input.Signed(jwt))
                : classify(claimsOf(jwt), new CredentialDocument.Securing.Jwt(jwt));
    }

    /** VC 1.1 nests the credential in {@code vc}; VC 2.0 spreads it among the token's claims. */
    private static ObjectNode claimsOf(CompactJwt jwt) {
        if (jwt.payload().path("vc") instanceof ObjectNode nested) {
            return JwtClaims.complete(nested, jwt.payload());
        }
        return without(jwt.payload(), TOKEN_CLAIMS);
    }

    /** The same members but some; what they hold is shared, and nobody changes it. */
    private static ObjectNode without(JsonNode object, Set<String> names) {
        var rest = JsonNodeFactory.instance.objectNode();
        for (var member : object.properties()) {
            if (!names.contains(member.getKey())) {
                rest.set(member.getKey(), member.getValue());
            }
        }
        return rest;
    }

    private Reading readJson(byte[] bytes) {
        var result = json.parse(bytes);
        if (!(result instanceof ParseResult.Parsed(var tree))) {
            return malformed(result);
        }
        if (!(tree instanceof ObjectNode object)) {
            return new Reading.NoCredential("The document is not a JSON object.");
        }
        if (isOpenBadge2(object)) {
            return new Reading.OpenBadge2(new OpenBadge2Input.Hosted(object));
        }
        var claims = without(object, Set.of("proof"));
        var proofs = JsonTree.items(object, "proof");
        var format = FormatDetector.detect(object);
        return classify(format, claims, new CredentialDocument.Securing.Embedded(proofs));
    }

    /** Some early credentials wrapped such a badge; those are not what the rules are made for. */
    private static boolean isOpenBadge2(JsonNode document) {
        return FormatDetector.detect(document) == CredentialFormat.OPEN_BADGES_2
                && !JsonTree.hasType(document, "VerifiableCredential");
    }

    private static Reading classify(ObjectNode claims, CredentialDocument.Securing securing) {
        return classify(FormatDetector.detect(claims), claims, securing);
    }

    private static Reading classify(
            CredentialFormat format, ObjectNode claims, CredentialDocument.Securing securing) {
        if (AS_CREDENTIALS.contains(format)) {
            return new Reading.Credential(new CredentialDocument(format, claims, securing));
        }
        return format == CredentialFormat.UNKNOWN
                ? new Reading.NoCredential("The document is no credential of a kind we know.")
                : new Reading.Unsupported(
                        format,
                        "Credentials of the format " + format.wireName() + " are not verified.");
    }

    private static Reading malformed(ParseResult result) {
        return switch (result) {
            case ParseResult.Malformed(var fault) -> new Reading.Malformed(fault);
            case ParseResult.Parsed(JsonNode _) ->
                    new Reading.Malformed(
                            InputFault.of(CheckCode.TOO_LARGE, "The document is too large."));
        };
    }
}
