package dev.assay.hiring.platform.openapi;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives the schema of a JSON merge patch (RFC 7396) from that of what it changes: every member
 * may be absent, and null takes one away; a member that is an object is patched in turn, a list is
 * replaced whole.
 */
final class MergePatchSchemas {

    private static final String OF = "x-merge-patch-of";

    private final ObjectNode schemas;

    private MergePatchSchemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Replaces every schema that only names what it is a patch of. */
    static void expand(ObjectNode document) {
        if (document.path("components").get("schemas") instanceof ObjectNode schemas) {
            var patches = new MergePatchSchemas(schemas);
            for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
                JsonNode target = schema.getValue().path(OF);
                if (target.isString()) {
                    JsonNode patched = schemas.path(target.asString());
                    if (!patched.isObject()) {
                        throw new IllegalStateException(
                                schema.getKey() + " is a patch of what is not there");
                    }
                    schema.setValue(patches.patchOf((ObjectNode) patched));
                }
            }
        }
    }

    private ObjectNode patchOf(ObjectNode object) {
        ObjectNode patch = object.deepCopy();
        patch.remove("required");
        ObjectNode properties = patch.putObject("properties");
        object.path("properties")
                .properties()
                .forEach(member -> properties.set(member.getKey(), removable(member.getValue())));
        return patch;
    }

    private JsonNode removable(JsonNode schema) {
        if (schema.path("anyOf") instanceof ArrayNode choices) {
            ObjectNode copy = schema.deepCopy().asObject();
            ArrayNode all = copy.putArray("anyOf");
            choices.forEach(choice -> all.add(patched(choice)));
            if (choices.valueStream().noneMatch(choice -> isNull(choice.path("type")))) {
                all.addObject().put("type", "null");
            }
            return copy;
        }
        JsonNode type = schema.path("type");
        if (type.isString() && !schema.has("enum") && !schema.has("properties")) {
            ObjectNode copy = schema.deepCopy().asObject();
            copy.putArray("type").add(type.asString()).add("null");
            return copy;
        }
        if (type.isArray() && type.valueStream().anyMatch(MergePatchSchemas::isNull)) {
            return schema.deepCopy();
        }
        ObjectNode either = JsonMapper.shared().createObjectNode();
        ArrayNode choices = either.putArray("anyOf");
        choices.add(patched(schema));
        choices.addObject().put("type", "null");
        return either;
    }

    private JsonNode patched(JsonNode schema) {
        JsonNode target = schema;
        if (schema.path("$ref").isString()) {
            String reference = schema.path("$ref").asString();
            target = schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
        }
        return target instanceof ObjectNode object && object.has("properties")
                ? patchOf(object)
                : schema.deepCopy();
    }

    private static boolean isNull(JsonNode type) {
        return type.isString() && type.asString().equals("null");
    }
}
