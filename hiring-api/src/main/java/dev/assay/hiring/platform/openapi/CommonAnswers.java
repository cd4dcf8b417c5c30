package dev.assay.hiring.platform.openapi;

import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.Permission;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds to an operation what follows from its shape: who may call it, the header that names the
 * employer, the ways every call of that shape can be refused, and the headers of every answer. An
 * operation that describes one of these answers itself keeps its own.
 */
final class CommonAnswers {

    static final String PERMISSION = "x-permission";
    static final String ROLES = "x-roles";

    /** Who is at no employer, hence names none: its grants say where it may do something. */
    private static final String PARTNER = "partner";

    private final Operation operation;
    private final Map<String, JsonNode> answers = new TreeMap<>();

    private CommonAnswers(Operation operation) {
        this.operation = operation;
        operation
                .node()
                .path("responses")
                .properties()
                .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
    }

    static void complete(Operation operation) {
        if (!operation.isOpen()) {
            sayWhoMayCall(operation);
        }
        new CommonAnswers(operation).complete();
    }

    private static void sayWhoMayCall(Operation operation) {
        ObjectNode node = operation.node();
        JsonNode permission = node.path(PERMISSION);
        if (permission.isString()) {
            ArrayNode roles = node.putArray(ROLES);
            Permission needed = Permission.valueOf(permission.asString());
            needed.roles().stream().map(EmployerRole::wireName).forEach(roles::add);
            if (needed.isForPartners()) {
                roles.add(PARTNER);
            }
            String said = node.path("description").asString("");
            node.put(
                    "description",
                    (said.strip()
                                    + "\n\nFor: "
                                    + roles.valueStream()
                                            .map(JsonNode::asString)
                                            .collect(Collectors.joining(", "))
                                    + ".")
                            .strip());
        }
        if (node.path(ROLES).valueStream().anyMatch(role -> role.asString().equals(PARTNER))) {
            return;
        }
        ArrayNode parameters =
                node.get("parameters") instanceof ArrayNode present
                        ? present
                        : node.putArray("parameters");
        parameters.add(reference("parameters", "AssayEmployer"));
    }

    private void complete() {
        add(400, "BadRequest");
        add(406, "NotAcceptable");
        add(429, "TooManyRequests");
        add(500, "InternalError");
        add(503, "Unavailable");
        if (!operation.isOpen()) {
            add(401, "Unauthorized");
            add(403, "Forbidden");
        }
        if (operation.path().contains("{")) {
            add(404, "NotFound");
        }
        if (operation.hasBody()) {
            add(413, "BodyTooLarge");
            add(415, "UnsupportedMediaType");
            add(422, "InvalidInput");
        }
        if (operation.node().path("parameters").valueStream().anyMatch(this::isInQuery)) {
            add(422, "InvalidInput");
        }
        if (operation.hasParameter("header", "If-Match")) {
            add(412, "StaleVersion");
        }
        if (operation.requiresParameter("header", "If-Match")) {
            add(428, "PreconditionRequired");
        }
        if (operation.hasParameter("header", "Idempotency-Key")) {
            add(409, "Conflict");
            add(410, "Gone");
            add(422, "InvalidInput");
        }
        if (operation.method().equals("GET") && carriesEtag()) {
            add(304, "NotModified");
        }
        ObjectNode all = JsonMapper.shared().createObjectNode();
        answers.forEach((status, answer) -> all.set(status, traced(answer)));
        if (operation.hasParameter("header", "Idempotency-Key")) {
            all.properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .forEach(answer ->
                            ((ObjectNode) answer.getValue().path("headers"))
                                    .set("Idempotent-Replayed", reference("headers", "Replayed")));
        }
        operation.node().set("responses", all);
    }

    /** The same for the answers that operations share. */
    static void completeShared(ObjectNode document) {
        document.path("components").path("responses").forEach(CommonAnswers::traced);
    }

    private boolean isInQuery(JsonNode parameter) {
        return operation.resolved(parameter).path("in").asString().equals("query");
    }

    private boolean carriesEtag() {
        return operation
                .answer(200)
                .map(answer -> answer.path("headers").has("ETag"))
                .orElse(false);
    }

    private void add(int status, String name) {
        answers.putIfAbsent(String.valueOf(status), reference("responses", name));
    }

    private static JsonNode traced(JsonNode answer) {
        if (answer instanceof ObjectNode own && !own.has("$ref")) {
            ObjectNode headers =
                    own.get("headers") instanceof ObjectNode present
                            ? present
                            : own.putObject("headers");
            headers.set("Trace-Id", reference("headers", "TraceId"));
            headers.set("RateLimit-Policy", reference("headers", "RateLimitPolicy"));
            headers.set("RateLimit", reference("headers", "RateLimit"));
        }
        return answer;
    }

    private static ObjectNode reference(String kind, String name) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("$ref", "#/components/" + kind + "/" + name);
    }
}
