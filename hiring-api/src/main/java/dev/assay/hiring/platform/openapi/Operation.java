package dev.assay.hiring.platform.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One operation of a document: a method at a path. */
record Operation(ObjectNode document, String method, String path, ObjectNode node) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /** Every operation, in the order of the document. */
    static List<Operation> all(ObjectNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method -> {
                                    if (METHODS.contains(method.getKey())) {
                                        operations.add(
                                                new Operation(
                                                        document,
                                                        method.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        (ObjectNode) method.getValue()));
                                    }
                                }));
        return operations;
    }

    String id() {
        return node.path("operationId").asString();
    }

    /** Whether anybody may call it, without a token. */
    boolean isOpen() {
        return node.has("security") && node.path("security").isEmpty();
    }

    boolean hasBody() {
        return node.has("requestBody");
    }

    /** The parameters, references followed. */
    List<JsonNode> parameters() {
        List<JsonNode> parameters = new ArrayList<>();
        node.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    boolean hasParameter(String in, String name) {
        return parameter(in, name).isPresent();
    }

    boolean requiresParameter(String in, String name) {
        return parameter(in, name)
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .isPresent();
    }

    private Optional<JsonNode> parameter(String in, String name) {
        return parameters().stream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .filter(parameter -> parameter.path("name").asString().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The answer with this status, references followed. */
    Optional<JsonNode> answer(int status) {
        JsonNode answer = node.path("responses").path(String.valueOf(status));
        return answer.isMissingNode() ? Optional.empty() : Optional.of(resolved(answer));
    }

    /** What a reference within the document refers to; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (!reference.isString()) {
            return node;
        }
        JsonNode target = document.at(reference.asString().substring(1));
        if (target.isMissingNode()) {
            throw new IllegalStateException("nothing is at " + reference.asString());
        }
        return resolved(target);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
