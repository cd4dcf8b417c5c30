package dev.assay.hiring.platform.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds what really went over the wire against the document: the operation, the status, the
 * headers, the media type and the body, of which no member may be undescribed; and of a request
 * that was taken, that the document would have let it through too.
 */
public final class ContractCheck {

    private static final class Holder {
        static final ContractCheck INSTANCE = new ContractCheck(ApiContract.assemble().document());
    }

    /** A call and its answer. */
    public record Exchange(
            String method,
            String path,
            @Nullable String requestType,
            byte[] request,
            int status,
            Function<String, Optional<String>> headers,
            byte[] response) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LINES = "application/x-ndjson";
    private static final String PROBLEM = "application/problem+json";

    private final ObjectNode document;
    private final ObjectNode closed;
    private final List<Operation> operations;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    ContractCheck(ObjectNode document) {
        this.document = document;
        this.operations = Operation.all(document);
        this.closed = document.path("components").deepCopy().asObject();
        close(closed);
    }

    /** Against the document of this build. */
    public static ContractCheck ofThisBuild() {
        return Holder.INSTANCE;
    }

    /**
     * @throws AssertionError when the document does not foresee this exchange
     */
    public void check(Exchange exchange) {
        if (!exchange.path().startsWith("/v1/") || exchange.method().equals("OPTIONS")) {
            return;
        }
        Optional<Operation> operation = operation(exchange);
        if (operation.isEmpty()) {
            checkUnknown(exchange);
        } else {
            checkAnswer(exchange, operation.get());
            checkRequest(exchange, operation.get());
        }
    }

    private void checkUnknown(Exchange exchange) {
        if (exchange.status() < 400) {
            throw fault(exchange, "is no operation of the document");
        }
        if (exchange.response().length > 0) {
            checkBody(
                    exchange,
                    "#/components/responses/NotFound",
                    document.at("/components/responses/NotFound/content"));
        }
    }

    private void checkAnswer(Exchange exchange, Operation operation) {
        JsonNode answer =
                operation
                        .answer(exchange.status())
                        .orElseThrow(() ->
                                fault(
                                        exchange,
                                        "answers a status that the document does not foresee: "
                                                + text(exchange.response())));
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            JsonNode said = operation.resolved(header.getValue());
            Optional<String> value = exchange.headers().apply(header.getKey());
            if (value.isEmpty() && said.path("required").asBoolean(false)) {
                throw fault(exchange, "lacks the header " + header.getKey());
            }
            value.filter(_ -> said.path("schema").path("type").asString("").equals("string"))
                    .ifPresent(text ->
                            check(
                                    exchange,
                                    "header " + header.getKey(),
                                    said.path("schema"),
                                    JSON.getNodeFactory().stringNode(text)));
        }
        if (exchange.headers().apply("ETag").isPresent()
                && exchange.status() != 304
                && !answer.path("headers").has("ETag")) {
            throw fault(exchange, "has an ETag that the document does not tell of");
        }
        if (!exchange.method().equals("HEAD")) {
            checkBody(exchange, String.valueOf(exchange.status()), answer.path("content"));
        }
    }

    private void checkBody(Exchange exchange, String which, JsonNode content) {
        if (content.isEmpty()) {
            if (exchange.response().length > 0) {
                throw fault(exchange, "has a body that the document does not tell of");
            }
            return;
        }
        String type = mediaType(exchange.headers().apply("Content-Type").orElse(""));
        JsonNode described = content.path(type);
        if (described.isMissingNode()) {
            throw fault(exchange, "answers " + type + ", not " + content.propertyNames());
        }
        if (isJson(type) && described.has("schema")) {
            JsonNode body = json(exchange, exchange.response());
            check(exchange, "body of " + which, described.path("schema"), body);
            if (type.equals(PROBLEM)) {
                checkProblem(exchange, body);
            }
        }
        if (described.has("x-line")) {
            text(exchange.response())
                    .lines()
                    .forEach(line ->
                            check(
                                    exchange,
                                    "line of " + which,
                                    described.path("x-line"),
                                    json(exchange, line.getBytes(StandardCharsets.UTF_8))));
        }
    }

    /** Newline-delimited JSON is many values, and as a whole none. */
    private static boolean isJson(String type) {
        return type.endsWith("json") && !type.equals(LINES);
    }

    private void checkProblem(Exchange exchange, JsonNode problem) {
        String type = problem.path("type").asString();
        String code = type.substring(type.lastIndexOf('/') + 1);
        JsonNode known = document.path("x-problems").path(code);
        if (known.isMissingNode()) {
            throw fault(
                    exchange, "answers the problem " + code + ", which x-problems does not list");
        }
        if (known.path("status").asInt() != exchange.status()) {
            throw fault(
                    exchange, "answers the problem " + code + " with another status than listed");
        }
    }

    private void checkRequest(Exchange exchange, Operation operation) {
        if (exchange.status() >= 300
                || exchange.requestType() == null
                || exchange.request().length == 0) {
            return;
        }
        String type = mediaType(exchange.requestType());
        JsonNode content = operation.node().path("requestBody").path("content");
        JsonNode described = content.path(type);
        if (described.isMissingNode() && type.endsWith("+json")) {
            described = content.path("application/*+json");
        }
        if (described.isMissingNode()) {
            throw fault(exchange, "took a body of a media type that the document does not tell of");
        }
        if (isJson(type) && described.has("schema")) {
            check(
                    exchange,
                    "request, which was taken,",
                    described.path("schema"),
                    json(exchange, exchange.request()));
        }
    }

    private void check(Exchange exchange, String what, JsonNode schema, JsonNode value) {
        List<Error> errors = compiled.computeIfAbsent(schema, this::compile).validate(value);
        if (!errors.isEmpty()) {
            throw fault(
                    exchange,
                    what
                            + " is not as the document says: "
                            + errors.stream().map(Error::toString).collect(Collectors.joining("; "))
                            + "\n"
                            + value);
        }
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        JsonNode own = schema.deepCopy();
        close(own);
        root.putArray("allOf").add(own);
        root.set("components", closed);
        return registry.getSchema(root);
    }

    /** Members that nobody described are allowed to callers, and a fault here. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ContractCheck::close);
    }

    private Optional<Operation> operation(Exchange exchange) {
        String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> fits(operation.path(), exchange.path()))
                .min(Comparator.comparing(operation -> operation.path().contains("{")));
    }

    private static boolean fits(String template, String path) {
        String[] steps = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (steps.length != given.length) {
            return false;
        }
        for (int i = 0; i < steps.length; i++) {
            if (!steps[i].startsWith("{") && !steps[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    private static String mediaType(String header) {
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static JsonNode json(Exchange exchange, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException failure) {
            throw fault(exchange, "is said to be JSON and is not: " + text(body));
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static AssertionError fault(Exchange exchange, String what) {
        return new AssertionError(
                "%s %s (%d) %s"
                        .formatted(exchange.method(), exchange.path(), exchange.status(), what));
    }
}
