package dev.assay.hiring.platform.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 document, assembled from one hand-kept file a feature. What every operation has
 * in common (who may call it, how it refuses, its trace id) is added here, so that no file has to
 * say it and none can forget it. Refuses two files that define the same thing.
 */
public final class ApiContract {

    /** What files may say about an operation beside OpenAPI, for us and not for readers. */
    static final String EXAMPLES = "x-examples";

    /** Why no example shows how an operation goes well. */
    static final String UNSHOWN = "x-unshown";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode source;
    private final ObjectNode published;

    private ApiContract(ObjectNode source, ObjectNode published) {
        this.source = source;
        this.published = published;
    }

    /**
     * Reads the files on the class path.
     *
     * @throws IllegalStateException when two define the same path, method or component
     */
    public static ApiContract assemble() {
        ObjectNode source = merged(ContractFiles.parts());
        ObjectNode published = source.deepCopy();
        MergePatchSchemas.expand(published);
        Operation.all(published).forEach(CommonAnswers::complete);
        CommonAnswers.completeShared(published);
        new RecordedExamples(ContractFiles.answers()).addTo(published);
        ProblemTypes.of(published).describe(published);
        return new ApiContract(source, published);
    }

    /** The document as callers get it; a copy. */
    public ObjectNode document() {
        return published.deepCopy();
    }

    /** The document with what the files say for our own use, and nothing added; a copy. */
    ObjectNode source() {
        return source.deepCopy();
    }

    private static ObjectNode merged(List<ContractFiles.Part> parts) {
        ObjectNode whole = JSON.createObjectNode();
        for (ContractFiles.Part part : parts) {
            merge(whole, part.content(), part.file(), new ArrayList<>());
        }
        sortPaths(whole);
        return whole;
    }

    /** Objects are joined member by member and lists end to end; anything else is said once. */
    private static void merge(ObjectNode into, ObjectNode from, String file, List<String> way) {
        for (Map.Entry<String, JsonNode> member : from.properties()) {
            String name = member.getKey();
            JsonNode present = into.get(name);
            way.add(name);
            if (present == null) {
                into.set(name, member.getValue());
            } else if (present instanceof ArrayNode list
                    && member.getValue() instanceof ArrayNode more) {
                list.addAll(more);
            } else if (way.size() < 3
                    && present instanceof ObjectNode object
                    && member.getValue() instanceof ObjectNode more) {
                merge(object, more, file, way);
            } else {
                throw new IllegalStateException(
                        file + " defines again what is there: " + String.join(" > ", way));
            }
            way.removeLast();
        }
    }

    private static void sortPaths(ObjectNode whole) {
        JsonNode paths = whole.path("paths");
        ObjectNode sorted = JSON.createObjectNode();
        var byName = new TreeMap<String, JsonNode>();
        paths.properties().forEach(path -> byName.put(path.getKey(), path.getValue()));
        byName.forEach(sorted::set);
        whole.set("paths", sorted);
    }
}
