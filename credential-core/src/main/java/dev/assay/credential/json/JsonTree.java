package dev.assay.credential.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads a tree the way JSON-LD means it: a value and a list of that one value are the same, and
 * null is absent. A property of another JSON type than the one asked for is absent, never coerced.
 */
public final class JsonTree {

    private JsonTree() {}

    /** Whether the property says anything: neither absent, null, nor an empty list. */
    public static boolean declares(JsonNode node, String property) {
        return !items(node, property).isEmpty();
    }

    /** The values of a property, nested lists opened, nulls left out. */
    public static List<JsonNode> items(JsonNode node, String property) {
        return flat(node.path(property)).toList();
    }

    private static Stream<JsonNode> flat(JsonNode value) {
        if (value.isArray()) {
            return value.values().stream().flatMap(JsonTree::flat);
        }
        return value.isNull() || value.isMissingNode() ? Stream.empty() : Stream.of(value);
    }

    public static Optional<String> text(JsonNode node, String property) {
        var value = node.path(property);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** The strings among the values of a property. */
    public static List<String> texts(JsonNode node, String property) {
        return items(node, property).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    public static boolean hasType(JsonNode node, String type) {
        return texts(node, "type").contains(type);
    }

    /** The id of a reference that may be a plain string or an object with an {@code id}. */
    public static Optional<String> id(JsonNode reference) {
        return reference.isString() ? Optional.of(reference.stringValue()) : text(reference, "id");
    }
}
