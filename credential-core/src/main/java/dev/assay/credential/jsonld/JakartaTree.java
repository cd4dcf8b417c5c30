package dev.assay.credential.jsonld;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import tools.jackson.databind.JsonNode;

/** The same JSON tree in the types the JSON-LD processor wants. */
final class JakartaTree {

    private static final JsonProvider JSON = JsonProvider.provider();

    private JakartaTree() {}

    static JsonValue of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var object = JSON.createObjectBuilder();
                node.properties().forEach(p -> object.add(p.getKey(), of(p.getValue())));
                yield object.build();
            }
            case ARRAY -> {
                var array = JSON.createArrayBuilder();
                node.values().forEach(item -> array.add(of(item)));
                yield array.build();
            }
            case STRING -> JSON.createValue(node.stringValue());
            case NUMBER -> JSON.createValue(node.decimalValue());
            case BOOLEAN -> node.booleanValue() ? JsonValue.TRUE : JsonValue.FALSE;
            case NULL, MISSING -> JsonValue.NULL;
            case BINARY, POJO ->
                    throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        };
    }
}
