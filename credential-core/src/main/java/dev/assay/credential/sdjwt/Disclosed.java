package dev.assay.credential.sdjwt;

import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts disclosed claims where their digests are (RFC 9901 §7.1). Every digest may stand in one
 * place only and every disclosure must have one, or else somebody could show a claim that was never
 * signed, or one claim twice.
 */
public final class Disclosed {

    private static final String DIGESTS = "_sd";
    private static final String ELEMENT = "...";
    private static final int MAX_DEPTH = 64;

    /** SD-JWT VC §3.2.2.2: what says who, when and whether may not be a matter of choice. */
    private static final Set<String> NEVER_HIDDEN =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", "aud");

    private final DigestName digest;
    private final Map<String, Disclosure> byDigest = new HashMap<>();
    private final Set<String> placed = new HashSet<>();

    private Disclosed(DigestName digest) {
        this.digest = digest;
    }

    /** One disclosure: a claim with its name, or an element of a list without one. */
    private record Disclosure(@Nullable String name, JsonNode value) {}

    /** What putting the claims in their places came to. */
    public sealed interface Result {
        record Claims(ObjectNode claims) implements Result {}

        record Refused(String detail) implements Result {}
    }

    public static Result claims(SdJwt token, StrictJson json) {
        var digest = DigestName.of(token.token().payload());
        if (digest.isEmpty()) {
            return new Result.Refused("The token uses a digest we do not know.");
        }
        try {
            var disclosed = new Disclosed(digest.get());
            disclosed.read(token.disclosures(), json);
            var claims = disclosed.object(token.token().payload(), 0);
            if (!disclosed.placed.containsAll(disclosed.byDigest.keySet())) {
                throw new Forged("A part is shown that the issuer never signed.");
            }
            claims.remove("_sd_alg");
            return new Result.Claims(claims);
        } catch (Forged e) {
            return new Result.Refused(String.valueOf(e.getMessage()));
        }
    }

    private void read(List<String> disclosures, StrictJson json) throws Forged {
        for (var text : disclosures) {
            var disclosure =
                    decode(text)
                            .flatMap(bytes -> disclosure(json.parse(bytes)))
                            .orElseThrow(() -> new Forged("A part shown is malformed."));
            if (byDigest.put(digest.of(text), disclosure) != null) {
                throw new Forged("A part is shown twice.");
            }
        }
    }

    private static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return text.getBytes(StandardCharsets.US_ASCII).length > 0
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // not base64url
        }
    }

    private static Optional<Disclosure> disclosure(ParseResult parsed) {
        if (!(parsed instanceof ParseResult.Parsed(ArrayNode parts)) || !parts.path(0).isString()) {
            return Optional.empty();
        }
        return switch (parts.size()) {
            case 2 -> Optional.of(new Disclosure(null, parts.path(1)));
            case 3 ->
                    parts.path(1).isString()
                            ? Optional.of(
                                    new Disclosure(parts.path(1).stringValue(), parts.path(2)))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private JsonNode value(JsonNode node, int depth) throws Forged {
        if (depth > MAX_DEPTH) {
            throw new Forged("The parts shown are nested too deep.");
        }
        if (node.isObject()) {
            return object(node, depth);
        }
        return node instanceof ArrayNode array ? array(array, depth) : node;
    }

    private ObjectNode object(JsonNode node, int depth) throws Forged {
        var result = JsonNodeFactory.instance.objectNode();
        for (var property : node.properties()) {
            if (property.getKey().equals(ELEMENT)) {
                throw new Forged("A digest stands where none may.");
            }
            if (!property.getKey().equals(DIGESTS)) {
                result.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        }
        if (node.has(DIGESTS) && !node.path(DIGESTS).isArray()) {
            throw new Forged("The digests are not a list.");
        }
        for (var item : node.path(DIGESTS)) {
            disclose(item, result, depth);
        }
        return result;
    }

    private void disclose(JsonNode item, ObjectNode into, int depth) throws Forged {
        var disclosure = place(item);
        if (disclosure.isEmpty()) {
            return; // the holder does not show it, or it is there to mislead
        }
        var name = disclosure.get().name();
        if (name == null || name.equals(DIGESTS) || name.equals(ELEMENT) || into.has(name)) {
            throw new Forged("A part shown does not fit its place.");
        }
        if (depth == 0 && NEVER_HIDDEN.contains(name)) {
            throw new Forged("The claim \"" + name + "\" may not be hidden and shown at will.");
        }
        into.set(name, value(disclosure.get().value(), depth + 1));
    }

    private ArrayNode array(ArrayNode node, int depth) throws Forged {
        var result = JsonNodeFactory.instance.arrayNode();
        for (var item : node) {
            if (!item.has(ELEMENT)) {
                result.add(value(item, depth + 1));
                continue;
            }
            if (item.size() != 1) {
                throw new Forged("A digest stands where none may.");
            }
            var disclosure = place(item.path(ELEMENT));
            if (disclosure.isPresent()) {
                if (disclosure.get().name() != null) {
                    throw new Forged("A part shown does not fit its place.");
                }
                result.add(value(disclosure.get().value(), depth + 1));
            }
        }
        return result;
    }

    private Optional<Disclosure> place(JsonNode digestNode) throws Forged {
        if (!digestNode.isString() || !placed.add(digestNode.stringValue())) {
            throw new Forged("A digest is malformed or there twice.");
        }
        return Optional.ofNullable(byDigest.get(digestNode.stringValue()));
    }

    /** Whether a holder's proof is about exactly what is presented. */
    public static boolean covers(JsonNode holderProof, SdJwt token) {
        return DigestName.of(token.token().payload())
                .map(digest -> digest.of(token.presented()))
                .filter(hash ->
                        JsonTree.text(holderProof, "sd_hash").filter(hash::equals).isPresent())
                .isPresent();
    }

    /** A rule that does not hold; never leaves this class. */
    private static final class Forged extends Exception {
        private static final long serialVersionUID = 1L;

        Forged(String detail) {
            super(detail);
        }
    }
}
