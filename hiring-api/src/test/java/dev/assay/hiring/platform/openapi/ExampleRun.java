package dev.assay.hiring.platform.openapi;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.TestKeycloak;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs one example as the file of its feature describes it, after those that it names as given. A
 * text {@code ${name.member}} stands for a member of what a given example answered, {@code
 * ${name.etag}} for its version, {@code ${unique}} for a word no other run has, and {@code ${name}}
 * for something of the world the examples live in.
 */
final class ExampleRun {

    /** What was sent, what came back, and the status hoped for. */
    record Outcome(String contentType, JsonNode sent, ApiAnswer answer, int expected) {}

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-zA-Z0-9.]+)}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiClient api;
    private final ObjectNode contract;
    private final Map<String, JsonNode> known = new LinkedHashMap<>();
    private final Set<String> unique = new HashSet<>();

    /**
     * @param world what examples may refer to without making it
     */
    ExampleRun(ApiClient api, ObjectNode contract, Map<String, JsonNode> world) {
        this.api = api;
        this.contract = contract;
        known.putAll(world);
    }

    /** The words of this run that are in no other: one an example, those given among them. */
    Set<String> unique() {
        return unique;
    }

    Outcome run(Operation operation, JsonNode example) {
        for (Map.Entry<String, JsonNode> given : example.path("given").properties()) {
            known.put(given.getKey(), given(given.getValue().asString()));
        }
        String word = UUID.randomUUID().toString().substring(0, 8);
        unique.add(word);
        known.put("unique", JsonNodeFactory.instance.stringNode(word));
        ApiClient caller = caller(example);
        for (Map.Entry<String, JsonNode> header : example.path("headers").properties()) {
            caller = caller.with(header.getKey(), text(header.getValue()));
        }
        String path = path(operation, example);
        int expected = example.path("status").asInt();
        if (!example.has("body")) {
            ApiClient asking = caller;
            return new Outcome(
                    "",
                    JSON.missingNode(),
                    awaited(example, () -> asking.call(operation.method(), path)),
                    expected);
        }
        JsonNode body = filled(example.path("body"));
        String type =
                example.path("contentType")
                        .asString(
                                operation
                                        .node()
                                        .path("requestBody")
                                        .path("content")
                                        .propertyNames()
                                        .iterator()
                                        .next());
        String sent = body.isString() ? body.asString() : JSON.writeValueAsString(body);
        return new Outcome(
                type,
                body,
                caller.call(operation.method(), path, type, sent.getBytes(StandardCharsets.UTF_8)),
                expected);
    }

    /** Asks until what the example awaits is there, for what is done in the background. */
    private static ApiAnswer awaited(JsonNode example, Supplier<ApiAnswer> call) {
        return Eventually.get(
                call,
                answer ->
                        example.path("awaits").properties().stream()
                                .allMatch(place ->
                                        isThere(
                                                answer.json().at(place.getKey()),
                                                place.getValue().asString())));
    }

    private static boolean isThere(JsonNode value, String awaited) {
        return awaited.equals("*")
                ? value.isValueNode() && !value.isNull()
                : value.asString("").equals(awaited);
    }

    /** What another example answers, run anew, with its version as a member more. */
    private JsonNode given(String reference) {
        String[] names = reference.split("/", -1);
        Operation operation =
                Operation.all(contract).stream()
                        .filter(candidate -> candidate.id().equals(names[0]))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no operation " + reference));
        JsonNode example =
                operation
                        .node()
                        .path(ApiContract.EXAMPLES)
                        .valueStream()
                        .filter(candidate -> candidate.path("name").asString().equals(names[1]))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no example " + reference));
        Outcome outcome = run(operation, example);
        outcome.answer().expect(outcome.expected());
        if (outcome.answer().text().isEmpty()) {
            return JSON.createObjectNode();
        }
        JsonNode answered = outcome.answer().json();
        if (answered instanceof ObjectNode object) {
            outcome.answer().header("ETag").ifPresent(tag -> object.put("etag", tag));
        }
        return answered;
    }

    private ApiClient caller(JsonNode example) {
        String who = example.path("as").asString("rita");
        return switch (who) {
            case "anyone" -> api;
            case "partner" -> api.withToken(TestKeycloak.get().partnerToken());
            default -> api.as(Person.valueOf(who.toUpperCase(Locale.ROOT)));
        };
    }

    private String path(Operation operation, JsonNode example) {
        String path = operation.path();
        for (Map.Entry<String, JsonNode> variable : example.path("path").properties()) {
            path = path.replace("{" + variable.getKey() + "}", text(variable.getValue()));
        }
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (Map.Entry<String, JsonNode> parameter : example.path("query").properties()) {
            query.add(
                    parameter.getKey()
                            + "="
                            + URLEncoder.encode(
                                    text(parameter.getValue()), StandardCharsets.UTF_8));
        }
        return path + query;
    }

    private String text(JsonNode node) {
        return filled(node).asString();
    }

    private JsonNode filled(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JSON.createObjectNode();
                object.properties()
                        .forEach(member -> copy.set(member.getKey(), filled(member.getValue())));
                yield copy;
            }
            case ArrayNode list -> {
                ArrayNode copy = JSON.createArrayNode();
                list.forEach(item -> copy.add(filled(item)));
                yield copy;
            }
            default -> node.isString() ? filled(node.asString()) : node;
        };
    }

    private JsonNode filled(String text) {
        Matcher whole = PLACE.matcher(text);
        if (whole.matches()) {
            return value(whole.group(1));
        }
        return JsonNodeFactory.instance.stringNode(
                PLACE.matcher(text)
                        .replaceAll(place ->
                                Matcher.quoteReplacement(value(place.group(1)).asString())));
    }

    private JsonNode value(String reference) {
        String[] steps = reference.split("\\.", -1);
        JsonNode value = known.get(steps[0]);
        for (int i = 1; i < steps.length && value != null; i++) {
            value =
                    steps[i].matches("[0-9]+")
                            ? value.get(Integer.parseInt(steps[i]))
                            : value.get(steps[i]);
        }
        if (value == null) {
            throw new AssertionError("nothing is known as ${" + reference + "}");
        }
        return value;
    }
}
