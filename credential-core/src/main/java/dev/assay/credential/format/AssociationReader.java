package dev.assay.credential.format;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.model.Association;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads how the achievements of a transcript hang together (CLR 2.0 {@code Association}). */
public final class AssociationReader {

    private AssociationReader() {}

    /** Empty when a part is missing or the kind is none of the standard's. */
    public static Optional<Association> read(JsonNode node) {
        var type =
                JsonTree.text(node, "associationType")
                        .flatMap(name ->
                                Arrays.stream(Association.Type.values())
                                        .filter(t -> t.wireName().equals(name))
                                        .findFirst());
        var source = JsonTree.text(node, "sourceId");
        var target = JsonTree.text(node, "targetId");
        return type.flatMap(
                t -> source.flatMap(from -> target.map(to -> new Association(t, from, to))));
    }
}
