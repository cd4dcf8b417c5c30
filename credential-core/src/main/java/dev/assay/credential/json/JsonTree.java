package dev.assay.credential.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads a tree the way JSON-LD means it: a value and a list of that one value are the same, and
 * null is absent. A property of another JSON type than the one asked for is absent, never coerced.
 */
public final class JsonTree {

    private JsonTree() {}

    /** Whether the property says anything: neither absent, null, nor an empty list. */
    public static boolean declares(JsonNode node, String property) {
        return says(node.path(property));
    }

    private static boolean says(JsonNode value) {
        if (!value.isArray()) {
            return !value.isNull() && !value.isMissingNode();
        }
        for (var item : value) {
            if (says(item)) {
                return true;
            }
        }
        return false;
    }

    /** The values of a property, nested lists opened, nulls left out. */
    public static List<JsonNode> items(JsonNode node, String property) {
        var value = node.path(property);
        if (!value.isArray()) {
            return value.isNull() || value.isMissingNode() ? List.of() : List.of(value);
        }
        var items = new ArrayList<JsonNode>(value.size());
        addFlat(value, items);
        return Collections.unmodifiableList(items);
    }

    private static void addFlat(JsonNode list, List<JsonNode> items) {
        for (var item : list) {
            if (item.isArray()) {
                addFlat(item, items);
            } else if (!item.isNull()) {
                items.add(item);
            }
        }
    }

    public static Optional<String> text(JsonNode node, String property) {
        var value = node.path(property);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** The strings among the values of a property. */
    public static List<String> texts(JsonNode node, String property) {
        var texts = new ArrayList<String>();
        for (var item : items(node, property)) {
            if (item.isString()) {
                texts.add(item.stringValue());
            }
        }
        return Collections.unmodifiableList(texts);
    }

    public static boolean hasType(JsonNode node, String type) {
        return isAmong(node.path("type"), type);
    }

    private static boolean isAmong(JsonNode value, String text) {
        if (!value.isArray()) {
            return value.isString() && value.stringValue().equals(text);
        }
        for (var item : value) {
            if (isAmong(item, text)) {
                return true;
            }
        }
        return false;
    }

    /** The id of a reference that may be a plain string or an object with an {@code id}. */
    public static Optional<String> id(JsonNode reference) {
        return reference.isString() ? Optional.of(reference.stringValue()) : text(reference, "id");
    }
}
