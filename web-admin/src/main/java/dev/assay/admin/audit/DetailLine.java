package dev.assay.admin.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a row of the trail says of one thing.
 *
 * @param name the way to it, such as {@code salary.max}
 * @param before what it was; null where the row tells no change, empty where there was nothing
 * @param value what it is; empty where there is nothing any more
 */
record DetailLine(String name, @Nullable String before, String value) {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** Changes first and only where there is one, then everything else that the row says. */
    static List<DetailLine> of(JsonNode detail) {
        List<DetailLine> lines = new ArrayList<>();
        if (isChange(detail)) {
            Map<String, String> before = leaves(detail.path(BEFORE));
            Map<String, String> after = leaves(detail.path(AFTER));
            var names = new TreeSet<>(before.keySet());
            names.addAll(after.keySet());
            for (String name : names) {
                String was = before.getOrDefault(name, "");
                String is = after.getOrDefault(name, "");
                if (!was.equals(is)) {
                    lines.add(new DetailLine(name, was, is));
                }
            }
        }
        leaves(detail)
                .forEach((name, value) -> {
                    if (!isChange(detail) || !isOfChange(name)) {
                        lines.add(new DetailLine(name, null, value));
                    }
                });
        return lines;
    }

    /** Both sides are told, and can be laid side by side. */
    private static boolean isChange(JsonNode detail) {
        return detail.has(BEFORE)
                && detail.has(AFTER)
                && detail.path(BEFORE).isContainer() == detail.path(AFTER).isContainer();
    }

    private static boolean isOfChange(String name) {
        return name.equals(BEFORE)
                || name.equals(AFTER)
                || name.startsWith(BEFORE + ".")
                || name.startsWith(AFTER + ".");
    }

    private static Map<String, String> leaves(JsonNode node) {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect("", node, leaves);
        return leaves;
    }

    private static void collect(String name, JsonNode node, Map<String, String> leaves) {
        String path = name.isEmpty() ? "" : name + ".";
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(path + member.getKey(), member.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + (i + 1), node.path(i), leaves);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            leaves.put(name, node.asString());
        }
    }
}
