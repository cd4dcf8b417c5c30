package dev.assay.credential.did;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.json.Timestamp;
import dev.assay.credential.key.Jwk;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.key.VerificationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A controller document or DID document (Controlled Identifiers 1.0 §2): whose it is, its keys, and
 * which of them may sign statements.
 */
record ControllerDocument(
        String id,
        Map<String, Method> methods,
        List<String> assertionMethods,
        List<String> alsoKnownAs) {

    /** One verification method; without a key when it is of a kind we do not verify with. */
    record Method(
            Optional<String> controller,
            Optional<VerificationKey> key,
            Optional<Instant> expires,
            Optional<Instant> revoked) {}

    /** Empty when the document does not say whose it is. */
    static Optional<ControllerDocument> read(JsonNode document) {
        return JsonTree.text(document, "id").map(id -> read(id, document));
    }

    private static ControllerDocument read(String id, JsonNode document) {
        var methods = new LinkedHashMap<String, Method>();
        var assertions = new ArrayList<String>();
        for (var node : JsonTree.items(document, "verificationMethod")) {
            add(methods, id, node);
        }
        for (var node : JsonTree.items(document, "assertionMethod")) {
            if (node.isObject()) {
                add(methods, id, node);
            }
            JsonTree.id(node).map(method -> absolute(id, method)).ifPresent(assertions::add);
        }
        return new ControllerDocument(
                id,
                Map.copyOf(methods),
                List.copyOf(assertions),
                List.copyOf(JsonTree.texts(document, "alsoKnownAs")));
    }

    private static void add(Map<String, Method> methods, String id, JsonNode node) {
        // The first entry of an id wins, so a later one cannot replace its key.
        JsonTree.text(node, "id")
                .ifPresent(m -> methods.putIfAbsent(absolute(id, m), method(node)));
    }

    private static Method method(JsonNode node) {
        var key =
                JsonTree.text(node, "publicKeyMultibase")
                        .flatMap(Multikey::decode)
                        .or(() -> Jwk.decode(node.path("publicKeyJwk")));
        return new Method(
                JsonTree.text(node, "controller"),
                key,
                time(node, "expires"),
                time(node, "revoked"));
    }

    /** A time that cannot be read counts as long past: the key is then not used. */
    private static Optional<Instant> time(JsonNode node, String property) {
        if (!JsonTree.declares(node, property)) {
            return Optional.empty();
        }
        return Optional.of(
                JsonTree.text(node, property).flatMap(Timestamp::parse).orElse(Instant.EPOCH));
    }

    private static String absolute(String id, String method) {
        return method.startsWith("#") ? id + method : method;
    }

    Optional<Method> method(String verificationMethod) {
        return Optional.ofNullable(methods.get(verificationMethod));
    }
}
