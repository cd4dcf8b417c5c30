package dev.assay.hiring.scoring;

import static dev.assay.hiring.scoring.ScoringInputJson.each;
import static dev.assay.hiring.scoring.ScoringInputJson.id;
import static dev.assay.hiring.scoring.ScoringInputJson.number;
import static dev.assay.hiring.scoring.ScoringInputJson.text;

import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.PolicyRef;
import dev.assay.hiring.scoring.engine.Recency;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every number of a scoring policy as JSON, in basis points. */
final class ScoringPolicyJson {

    private ScoringPolicyJson() {}

    static ObjectNode write(ScoringPolicy policy) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", policy.ref().id()).put("version", policy.ref().version());
        json.putObject("tiers")
                .put("recognised", policy.tiers().recognised().value())
                .put("trusted", policy.tiers().trusted().value())
                .put("known", policy.tiers().known().value())
                .put("employer", policy.tiers().employer().value());
        json.putObject("alignments")
                .put("exact", policy.alignments().exact().value())
                .put("mapped", policy.alignments().mapped().value())
                .put("crosswalk", policy.alignments().crosswalk().value())
                .put("narrower", policy.alignments().narrower().value())
                .put("narrowerSteps", policy.alignments().narrowerSteps())
                .put("broader", policy.alignments().broader().value())
                .put("manySkills", policy.alignments().manySkills())
                .put("manySkillsCap", policy.alignments().manySkillsCap().value());
        json.putObject("levels")
                .put("reached", policy.levels().reached().value())
                .put("oneBelow", policy.levels().oneBelow().value())
                .put("twoBelow", policy.levels().twoBelow().value());
        json.putObject("assessments")
                .put("withIdentity", policy.assessments().withIdentity().value())
                .put("supervised", policy.assessments().supervised().value())
                .put("unsupervised", policy.assessments().unsupervised().value());
        json.put("mustHaveAlignment", policy.mustHaveAlignment().value())
                .put("secondVoice", policy.secondVoice().value());
        writeRecency(json, policy);
        return json;
    }

    private static void writeRecency(ObjectNode json, ScoringPolicy policy) {
        var rules = json.putArray("recency");
        Map<String, Recency> bySkill = new TreeMap<>();
        policy.recency().forEach((skill, rule) -> bySkill.put(skill.id().toString(), rule));
        bySkill.forEach((skill, rule) -> {
            var steps = rules.addObject().put("skill", skill).putArray("steps");
            rule.steps()
                    .forEach(step ->
                            steps.addObject()
                                    .put("months", step.months())
                                    .put("value", step.value().value()));
        });
    }

    /**
     * @throws IllegalArgumentException when it is no policy, or one the engine refuses
     */
    static ScoringPolicy read(JsonNode json) {
        JsonNode tiers = json.path("tiers");
        JsonNode alignments = json.path("alignments");
        JsonNode levels = json.path("levels");
        JsonNode assessments = json.path("assessments");
        return new ScoringPolicy(
                new PolicyRef(text(json, "id"), number(json, "version")),
                new ScoringPolicy.Tiers(
                        points(tiers, "recognised"),
                        points(tiers, "trusted"),
                        points(tiers, "known"),
                        points(tiers, "employer")),
                new ScoringPolicy.Alignments(
                        points(alignments, "exact"),
                        points(alignments, "mapped"),
                        points(alignments, "crosswalk"),
                        points(alignments, "narrower"),
                        number(alignments, "narrowerSteps"),
                        points(alignments, "broader"),
                        number(alignments, "manySkills"),
                        points(alignments, "manySkillsCap")),
                new ScoringPolicy.Levels(
                        points(levels, "reached"),
                        points(levels, "oneBelow"),
                        points(levels, "twoBelow")),
                new ScoringPolicy.Assessments(
                        points(assessments, "withIdentity"),
                        points(assessments, "supervised"),
                        points(assessments, "unsupervised")),
                points(json, "mustHaveAlignment"),
                points(json, "secondVoice"),
                recency(json));
    }

    private static Map<SkillRef, Recency> recency(JsonNode json) {
        Map<SkillRef, Recency> rules = new HashMap<>();
        for (JsonNode rule : json.path("recency")) {
            rules.put(
                    new SkillRef(id(text(rule, "skill"))),
                    new Recency(
                            each(
                                    rule,
                                    "steps",
                                    step ->
                                            new Recency.Step(
                                                    number(step, "months"),
                                                    points(step, "value")))));
        }
        return rules;
    }

    private static BasisPoints points(JsonNode json, String name) {
        return new BasisPoints(number(json, name));
    }
}
