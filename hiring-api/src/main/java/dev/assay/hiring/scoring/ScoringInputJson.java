package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.Alignment;
import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.IgnoreReason;
import dev.assay.hiring.scoring.engine.Importance;
import dev.assay.hiring.scoring.engine.IndependenceGroup;
import dev.assay.hiring.scoring.engine.ItemRef;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.MappingRef;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.scoring.engine.Standing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a score is computed from, as JSON: with the policy in a receipt, without it where the policy
 * is kept elsewhere. Says the same as the canonical encoding whose digest the score carries, and
 * reading it back gives an equal input.
 */
final class ScoringInputJson {

    private static final String IGNORED = "ignored:";
    private static final String OPEN = "open:";
    private static final String NARROWER = "narrower:";
    private static final String MAPPED = "mapped:";

    private ScoringInputJson() {}

    /** Without the policy. */
    static ObjectNode write(ScoringInput input) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("submittedOn", input.submittedOn().toString());
        var requirements = json.putArray("requirements");
        input.requirements().forEach(one -> requirements.add(requirement(one)));
        var evidence = json.putArray("evidence");
        input.evidence().forEach(one -> evidence.add(item(one)));
        return json;
    }

    /**
     * @throws IllegalArgumentException when it is no input, or one the engine refuses
     */
    static ScoringInput read(JsonNode json, ScoringPolicy policy) {
        return new ScoringInput(
                each(json, "requirements", ScoringInputJson::requirement),
                each(json, "evidence", ScoringInputJson::item),
                date(text(json, "submittedOn")),
                policy);
    }

    private static ObjectNode requirement(Requirement requirement) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("skill", requirement.skill().id().toString())
                .put("importance", requirement.importance().value())
                .put("mustHave", requirement.mustHave());
        putLevel(json, requirement.level());
        return json;
    }

    private static Requirement requirement(JsonNode json) {
        return new Requirement(
                skill(json),
                new Importance(number(json, "importance")),
                flag(json, "mustHave"),
                level(json));
    }

    private static ObjectNode item(EvidenceItem item) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("itemId", item.ref().id().toString())
                .put("kind", item.kind().code())
                .put("standing", standing(item.standing()))
                .put("tier", item.tier().code())
                .put("group", item.group().reference())
                .put("assessment", item.assessment().code());
        if (item.achievedOn() != null) {
            json.put("achievedOn", item.achievedOn().toString());
        }
        json.put("skillsListed", item.skillsListed());
        var skills = json.putArray("skills");
        item.skills().stream()
                .map(ScoringInputJson::shown)
                // A set has no order of its own, and equal inputs are to be stored alike.
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(skills::add);
        return json;
    }

    private static EvidenceItem item(JsonNode json) {
        return new EvidenceItem(
                new ItemRef(id(text(json, "itemId"))),
                coded(EvidenceKind.values(), EvidenceKind::code, text(json, "kind")),
                standing(text(json, "standing")),
                coded(AuthorityTier.values(), AuthorityTier::code, text(json, "tier")),
                new IndependenceGroup(text(json, "group")),
                coded(AssessmentMode.values(), AssessmentMode::code, text(json, "assessment")),
                json.has("achievedOn") ? date(text(json, "achievedOn")) : null,
                number(json, "skillsListed"),
                distinct(each(json, "skills", ScoringInputJson::shown)));
    }

    private static Set<SkillShown> distinct(List<SkillShown> skills) {
        Set<SkillShown> distinct = new HashSet<>(skills);
        if (distinct.size() != skills.size()) {
            throw new IllegalArgumentException("a skill is shown twice in the same way");
        }
        return distinct;
    }

    private static ObjectNode shown(SkillShown shown) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("skill", shown.skill().id().toString())
                .put("alignment", alignment(shown.alignment()));
        putLevel(json, shown.level());
        return json.put("ownResult", shown.ownResult());
    }

    private static SkillShown shown(JsonNode json) {
        return new SkillShown(
                skill(json),
                alignment(text(json, "alignment")),
                level(json),
                flag(json, "ownResult"));
    }

    static String standing(Standing standing) {
        return switch (standing) {
            case Standing.Counted _ -> "counted";
            case Standing.Ignored(var reason) -> IGNORED + reason.code();
            case Standing.Open(var reason) -> OPEN + reason.code();
        };
    }

    static Standing standing(String text) {
        if (text.startsWith(IGNORED)) {
            return new Standing.Ignored(reason(text.substring(IGNORED.length())));
        }
        if (text.startsWith(OPEN)) {
            return new Standing.Open(reason(text.substring(OPEN.length())));
        }
        if (text.equals("counted")) {
            return new Standing.Counted();
        }
        throw new IllegalArgumentException("no standing is called " + text);
    }

    private static IgnoreReason reason(String code) {
        return coded(IgnoreReason.values(), IgnoreReason::code, code);
    }

    static String alignment(Alignment alignment) {
        return switch (alignment) {
            case Alignment.Exact _ -> "exact";
            case Alignment.Mapped(var by, var factor) -> MAPPED + by + ":" + factor.value();
            case Alignment.Crosswalk _ -> "crosswalk";
            case Alignment.Narrower(int steps) -> NARROWER + steps;
            case Alignment.Broader _ -> "broader";
            case Alignment.Unconfirmed _ -> "unconfirmed";
        };
    }

    static Alignment alignment(String text) {
        if (text.startsWith(NARROWER)) {
            return new Alignment.Narrower(Integer.parseInt(text.substring(NARROWER.length())));
        }
        if (text.startsWith(MAPPED)) {
            return mapped(text.substring(MAPPED.length()));
        }
        return switch (text) {
            case "exact" -> new Alignment.Exact();
            case "crosswalk" -> new Alignment.Crosswalk();
            case "broader" -> new Alignment.Broader();
            case "unconfirmed" -> new Alignment.Unconfirmed();
            default -> throw new IllegalArgumentException("no alignment is called " + text);
        };
    }

    /** As {@code <id>/<version>:<factor>}. */
    private static Alignment mapped(String text) {
        String[] parts = text.split("[/:]", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no mapping is called " + text);
        }
        return new Alignment.Mapped(
                new MappingRef(id(parts[0]), Integer.parseInt(parts[1])),
                new BasisPoints(Integer.parseInt(parts[2])));
    }

    private static void putLevel(ObjectNode json, @Nullable Level level) {
        if (level != null) {
            json.put("level", level.value());
        }
    }

    private static @Nullable Level level(JsonNode json) {
        return json.has("level") ? new Level(number(json, "level")) : null;
    }

    private static SkillRef skill(JsonNode json) {
        return new SkillRef(id(text(json, "skill")));
    }

    static <T> List<T> each(JsonNode json, String name, Function<JsonNode, T> reader) {
        JsonNode list = json.path(name);
        if (!list.isArray()) {
            throw new IllegalArgumentException(name + " must be a list");
        }
        return list.valueStream().map(reader).toList();
    }

    static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " must be a text");
        }
        return value.stringValue();
    }

    static int number(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return value.asInt();
    }

    private static boolean flag(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        return value.booleanValue();
    }

    static UUID id(String text) {
        return UUID.fromString(text);
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("not a date: " + text, noDate);
        }
    }

    static <E> E coded(E[] values, Function<E, String> code, String text) {
        for (E value : values) {
            if (code.apply(value).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown code " + text);
    }
}
