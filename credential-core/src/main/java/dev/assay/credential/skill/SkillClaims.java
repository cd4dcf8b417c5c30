package dev.assay.credential.skill;

import dev.assay.credential.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

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
        var targets = new LinkedHashMap<String, String>();
        addTargets(achievement, targets);
        for (var result : results) {
            addTargets(result, targets);
        }
        var claims = new ArrayList<SkillClaim>(targets.size());
        targets.forEach((url, name) -> claim(url, name).ifPresent(claims::add));
        return claims;
    }

    private static void addTargets(JsonNode node, Map<String, String> targets) {
        for (var alignment : JsonTree.items(node, "alignment")) {
            JsonTree.text(alignment, "targetUrl")
                    .ifPresent(url ->
                            targets.putIfAbsent(
                                    url, JsonTree.text(alignment, "targetName").orElse(url)));
        }
    }

    /** Empty where a result of the holder's own says that it was not reached. */
    private Optional<SkillClaim> claim(String url, String name) {
        var highest = OptionalInt.empty();
        boolean hasOwn = false;
        for (var result : results) {
            if (!isAligned(result, url) && !isAligned(description(result), url)) {
                continue;
            }
            if (JsonTree.text(result, "status").filter(NOT_REACHED::contains).isPresent()) {
                return Optional.empty();
            }
            hasOwn = true;
            var level = level(result);
            if (level.isPresent() && level.getAsInt() > highest.orElse(0)) {
                highest = level;
            }
        }
        return Optional.of(new SkillClaim(url, name, highest, hasOwn));
    }

    private static boolean isAligned(JsonNode node, String url) {
        for (var alignment : JsonTree.items(node, "alignment")) {
            if (JsonTree.text(alignment, "targetUrl").filter(url::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private JsonNode description(JsonNode result) {
        return byId(JsonTree.items(achievement, "resultDescription"), result, "resultDescription");
    }

    private static JsonNode byId(List<JsonNode> nodes, JsonNode referring, String property) {
        var id = JsonTree.id(referring.path(property));
        if (id.isPresent()) {
            for (var node : nodes) {
                if (JsonTree.text(node, "id").equals(id)) {
                    return node;
                }
            }
        }
        return MissingNode.getInstance();
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
