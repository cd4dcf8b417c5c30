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
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From bytes to a credential: sniffs JSON, compact JWT and SD-JWT, and images. */
public final class CredentialReader {

    private static final List<String> TOKEN_CLAIMS =
            List.of("iss", "sub", "jti", "nbf", "exp", "iat", "aud", "vc");

    private final InputLimits limits;
    private final StrictJson json;

    public CredentialReader(InputLimits limits) {
        this.limits = limits;
        this.json = StrictJson.within(limits);
    }

    /** What reading came to. */
    public sealed interface Reading {
        record Credential(CredentialDocument document) implements Reading {}

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
            case Unbaked.Badge(var text) -> readDocument(text.getBytes(StandardCharsets.UTF_8));
            case Unbaked.Nothing() ->
                    new Reading.NoCredential("There is no badge baked into the image.");
            case Unbaked.Malformed(var fault) -> new Reading.Malformed(fault);
        };
    }

    private Reading readDocument(byte[] bytes) {
        if (bytes.length > limits.maxBytes()) {
            return malformed(json.parse(bytes));
        }
        // A token is ASCII, so this loses nothing of one; JSON is decoded strictly from the bytes.
        var text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        int tilde = text.indexOf('~');
        if (tilde > 0 && CompactJwt.looksLike(text.substring(0, tilde))) {
            return new Reading.Unsupported(
                    CredentialFormat.SD_JWT_VC, "SD-JWT credentials are not verified yet.");
        }
        return CompactJwt.looksLike(text) ? readToken(text) : readJson(bytes);
    }

    private Reading readToken(String text) {
        return switch (CompactJwt.parse(text, json)) {
            case CompactJwt.Parsed.Malformed(var fault) -> new Reading.Malformed(fault);
            case CompactJwt.Parsed.Token(var jwt) -> {
                if (jwt.payload().has("_sd") || jwt.payload().has("vct")) {
                    yield new Reading.Unsupported(
                            CredentialFormat.SD_JWT_VC, "SD-JWT credentials are not verified yet.");
                }
                yield classify(claimsOf(jwt), new CredentialDocument.Securing.Jwt(jwt));
            }
        };
    }

    /** VC 1.1 nests the credential in {@code vc}; VC 2.0 spreads it among the token's claims. */
    private static ObjectNode claimsOf(CompactJwt jwt) {
        if (jwt.payload().path("vc") instanceof ObjectNode nested) {
            return JwtClaims.complete(nested, jwt.payload());
        }
        var claims = ((ObjectNode) jwt.payload()).deepCopy();
        claims.remove(TOKEN_CLAIMS);
        return claims;
    }

    private Reading readJson(byte[] bytes) {
        var result = json.parse(bytes);
        if (!(result instanceof ParseResult.Parsed(var tree))) {
            return malformed(result);
        }
        if (!(tree instanceof ObjectNode object)) {
            return new Reading.NoCredential("The document is not a JSON object.");
        }
        var claims = object.deepCopy();
        claims.remove("proof");
        var proofs = JsonTree.items(object, "proof");
        var format = FormatDetector.detect(object);
        return classify(format, claims, new CredentialDocument.Securing.Embedded(proofs));
    }

    private static Reading classify(ObjectNode claims, CredentialDocument.Securing securing) {
        return classify(FormatDetector.detect(claims), claims, securing);
    }

    private static Reading classify(
            CredentialFormat format, ObjectNode claims, CredentialDocument.Securing securing) {
        if (format.supported()) {
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
