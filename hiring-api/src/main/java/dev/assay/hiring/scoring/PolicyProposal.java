package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.PolicyRef;
import dev.assay.hiring.scoring.engine.Recency;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.skills.SkillId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A policy as a person writes it down, number by number.
 *
 * @param figures by the names of {@link PolicyVersion#figures}
 * @param ageing a skill whose evidence ages, beside those of the policy in force
 */
public record PolicyProposal(
        String name, String reason, Map<String, Integer> figures, Optional<AgeingSkill> ageing) {

    /** The most that each number may be; the others are shares. */
    private static final Map<String, Integer> MOST =
            Map.of("narrower-steps", 5, "many-skills", 1_000);

    public PolicyProposal {
        figures = Map.copyOf(figures);
    }

    /**
     * From an age on, evidence of a skill counts at most so much.
     *
     * @param months whole ones
     * @param value in ten-thousandths
     * @param reason why that is related to the job
     */
    public record AgeingSkill(SkillId skill, int months, int value, String reason) {}

    /**
     * The draft that starts from another policy, whose ageing skills it keeps.
     *
     * @throws InvalidInput when a number is out of its range or they do not fit together, naming
     *     each
     */
    PolicyDraft from(ScoringPolicy before, Map<UUID, String> reasons) {
        requireInRange(PolicyVersion.figures(before));
        Map<SkillRef, Recency> recency = new HashMap<>(before.recency());
        Map<UUID, String> because = new HashMap<>(reasons);
        ageing.ifPresent(skill -> {
            recency.put(
                    new SkillRef(skill.skill().value()),
                    sound("months", () -> new Recency(List.of(step(skill)))));
            because.put(skill.skill().value(), skill.reason());
        });
        ScoringPolicy.Tiers tiers =
                sound(
                        "recognised",
                        () ->
                                new ScoringPolicy.Tiers(
                                        bp("recognised"),
                                        bp("trusted"),
                                        bp("known"),
                                        bp("employer")));
        ScoringPolicy.Levels levels =
                sound(
                        "level-reached",
                        () ->
                                new ScoringPolicy.Levels(
                                        bp("level-reached"), bp("one-below"), bp("two-below")));
        ScoringPolicy.Assessments assessments =
                sound(
                        "with-identity",
                        () ->
                                new ScoringPolicy.Assessments(
                                        bp("with-identity"), bp("supervised"), bp("unsupervised")));
        ScoringPolicy numbers =
                sound(
                        "broader",
                        () ->
                                new ScoringPolicy(
                                        new PolicyRef("draft", 1),
                                        tiers,
                                        alignments(),
                                        levels,
                                        assessments,
                                        bp("must-have-alignment"),
                                        bp("second-voice"),
                                        recency));
        return new PolicyDraft(name, reason, numbers, because);
    }

    private ScoringPolicy.Alignments alignments() {
        return new ScoringPolicy.Alignments(
                bp("exact"),
                bp("mapped"),
                bp("crosswalk"),
                bp("narrower"),
                figure("narrower-steps"),
                bp("broader"),
                figure("many-skills"),
                bp("many-skills-cap"));
    }

    private void requireInRange(Map<String, Integer> known) {
        List<Fault> faults = new ArrayList<>();
        for (String figure : known.keySet()) {
            int most = MOST.getOrDefault(figure, BasisPoints.FULL.value());
            int least = figure.equals("many-skills") ? 1 : 0;
            Integer value = figures.get(figure);
            if (value == null || value < least || value > most) {
                faults.add(new Fault("/" + figure, "is missing or out of range"));
            }
        }
        ageing.filter(skill -> skill.value() < 0 || skill.value() > BasisPoints.FULL.value())
                .ifPresent(skill -> faults.add(new Fault("/value", "is out of range")));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static Recency.Step step(AgeingSkill skill) {
        return new Recency.Step(skill.months(), new BasisPoints(skill.value()));
    }

    private BasisPoints bp(String name) {
        return new BasisPoints(figure(name));
    }

    private int figure(String name) {
        return figures.getOrDefault(name, 0);
    }

    private static <T> T sound(String field, Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException unsound) {
            throw new InvalidInput("/" + field, String.valueOf(unsound.getMessage()));
        }
    }
}
