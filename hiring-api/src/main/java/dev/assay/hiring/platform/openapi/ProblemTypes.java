package dev.assay.hiring.platform.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Every type of problem that a call may answer, by the last part of its URI. */
record ProblemTypes(List<ProblemType> all) {

    private static final String LISTED = "x-problems";

    /** One of them. */
    record ProblemType(String code, int status, String means) {}

    ProblemTypes {
        all = List.copyOf(all);
    }

    /** As the files list them, by status and then by name. */
    static ProblemTypes of(ObjectNode document) {
        return new ProblemTypes(
                document.path(LISTED).properties().stream()
                        .map(problem ->
                                new ProblemType(
                                        problem.getKey(),
                                        problem.getValue().path("status").asInt(),
                                        problem.getValue().path("means").asString()))
                        .sorted(
                                Comparator.comparingInt(ProblemType::status)
                                        .thenComparing(ProblemType::code))
                        .toList());
    }

    /** Tells readers of the document about them. */
    void describe(ObjectNode document) {
        if (document.get("info") instanceof ObjectNode info) {
            info.put(
                    "description",
                    info.path("description").asString("") + "\n**Problem types.**\n\n" + table());
        }
    }

    /** As a table in Markdown. */
    String table() {
        return all.stream()
                .map(problem ->
                        "| `%s` | %d | %s |\n"
                                .formatted(problem.code(), problem.status(), problem.means()))
                .collect(Collectors.joining("", "| Type | Status | Means |\n|---|---|---|\n", ""));
    }
}
