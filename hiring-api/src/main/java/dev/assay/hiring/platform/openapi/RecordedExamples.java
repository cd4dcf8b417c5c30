package dev.assay.hiring.platform.openapi;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what the executed examples sent and got where OpenAPI shows examples, and takes away the
 * instructions for running them.
 */
final class RecordedExamples {

    private final ObjectNode answers;

    /**
     * @param answers by operation, then by example: what was sent and what came back
     */
    RecordedExamples(ObjectNode answers) {
        this.answers = answers;
    }

    void addTo(ObjectNode document) {
        for (Operation operation : Operation.all(document)) {
            for (JsonNode example : operation.node().path(ApiContract.EXAMPLES)) {
                JsonNode recorded =
                        answers.path(operation.id()).path(example.path("name").asString());
                if (recorded.isObject()) {
                    add(operation, example, recorded);
                }
            }
            operation.node().remove(ApiContract.EXAMPLES);
            operation.node().remove(ApiContract.UNSHOWN);
        }
    }

    private static void add(Operation operation, JsonNode example, JsonNode recorded) {
        if (recorded.has("request")) {
            String type = recorded.path("request").path("contentType").asString();
            JsonNode content = operation.node().path("requestBody").path("content").path(type);
            show(content, example, recorded.path("request").path("body"));
        }
        JsonNode answer = recorded.path("response");
        if (answer.has("body")) {
            int status = answer.path("status").asInt();
            operation
                    .answer(status)
                    .map(said -> own(operation, status, said))
                    .map(said -> said.path("content").path(answer.path("contentType").asString()))
                    .ifPresent(content -> show(content, example, answer.path("body")));
        }
    }

    /** An answer that operations share has no room for the example of one of them. */
    private static JsonNode own(Operation operation, int status, JsonNode said) {
        ObjectNode responses = (ObjectNode) operation.node().path("responses");
        String key = String.valueOf(status);
        if (responses.path(key).has("$ref")) {
            responses.set(key, said.deepCopy());
        }
        return responses.path(key);
    }

    private static void show(JsonNode content, JsonNode example, JsonNode value) {
        if (content instanceof ObjectNode object) {
            ObjectNode examples =
                    object.get("examples") instanceof ObjectNode present
                            ? present
                            : object.putObject("examples");
            ObjectNode shown = examples.putObject(example.path("name").asString());
            if (example.has("summary")) {
                shown.set("summary", example.path("summary"));
            }
            shown.set("value", value);
        }
    }

    /** The answers as they are kept. */
    Map<String, JsonNode> of(String operation) {
        var examples = new java.util.TreeMap<String, JsonNode>();
        answers.path(operation)
                .properties()
                .forEach(example -> examples.put(example.getKey(), example.getValue()));
        return examples;
    }
}
