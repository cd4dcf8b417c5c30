package dev.assay.credential.skill;

import dev.assay.credential.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads skills and levels from an Open Badges 3.0 subject.
 *
 * <p>A skill is an alignment of the achievement, or of a result. A result speaks of a skill when
 * the result, or the result description it refers to, is aligned with the same address. A level is
 * taken only where such a result states one of 1 to 5, in one of two ways: its {@code
 * achievedLevel} is a rubric level whose {@code level} is that number, or its {@code value} is that
 * number and its description sets {@code valueMax} to 5. Of several levels the highest counts.
 * Nothing is guessed from words such as "Expert". A skill whose own result says that it was not
 * reached (failed, withdrawn, still going on) is not claimed at all.
 */
public final class SkillClaims {

    private static final Set<String> NOT_REACHED =
            Set.of("Failed", "Withdrew", "Enrolled", "InProgress", "OnHold");

    private final JsonNode achievement;
    private final List<JsonNode> results;

    private SkillClaims(JsonNode subject) {
        this.achievement = subject.path("achievement");
        this.results = JsonTree.items(subject, "result");
    }

    /** The claims in the order in which the credential lists them, each address once. */
    public static List<SkillClaim> of(JsonNode subject) {
        return new SkillClaims(subject).claims();
    }

    private List<SkillClaim> claims() {
        return targets().entrySet().stream()
                .filter(target -> !isNotReached(target.getKey()))
                .map(target -> claim(target.getKey(), target.getValue()))
                .toList();
    }

    private Map<String, String> targets() {
        var targets = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of(achievement), results.stream())
                .flatMap(node -> JsonTree.items(node, "alignment").stream())
                .forEach(a ->
                        JsonTree.text(a, "targetUrl")
                                .ifPresent(url ->
                                        targets.putIfAbsent(
                                                url, JsonTree.text(a, "targetName").orElse(url))));
        return targets;
    }

    private SkillClaim claim(String url, String name) {
        var own = ownResults(url);
        var level = own.stream().flatMapToInt(r -> level(r).stream()).max();
        return new SkillClaim(url, name, level, !own.isEmpty());
    }

    private boolean isNotReached(String url) {
        return ownResults(url).stream()
                .anyMatch(
                        r -> JsonTree.text(r, "status").filter(NOT_REACHED::contains).isPresent());
    }

    private List<JsonNode> ownResults(String url) {
        return results.stream()
                .filter(r -> isAligned(r, url) || isAligned(description(r), url))
                .toList();
    }

    private static boolean isAligned(JsonNode node, String url) {
        return JsonTree.items(node, "alignment").stream()
                .anyMatch(a -> JsonTree.text(a, "targetUrl").filter(url::equals).isPresent());
    }

    private JsonNode description(JsonNode result) {
        return byId(JsonTree.items(achievement, "resultDescription"), result, "resultDescription");
    }

    private static JsonNode byId(List<JsonNode> nodes, JsonNode referring, String property) {
        var id = JsonTree.id(referring.path(property));
        return nodes.stream()
                .filter(node -> id.isPresent() && JsonTree.text(node, "id").equals(id))
                .findFirst()
                .orElseGet(() -> referring.path("no such node"));
    }

    private OptionalInt level(JsonNode result) {
        var description = description(result);
        var rubric =
                byId(JsonTree.items(description, "rubricCriterionLevel"), result, "achievedLevel");
        var achieved = oneToFive(rubric.path("level"));
        if (achieved.isPresent()) {
            return achieved;
        }
        boolean outOfFive = oneToFive(description.path("valueMax")).orElse(0) == 5;
        return outOfFive ? oneToFive(result.path("value")) : OptionalInt.empty();
    }

    /** Levels are text in Open Badges; numbers are taken too. */
    private static OptionalInt oneToFive(JsonNode value) {
        var text = value.isString() || value.isNumber() ? value.asString() : "";
        return text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '5'
                ? OptionalInt.of(text.charAt(0) - '0')
                : OptionalInt.empty();
    }
}
