package dev.assay.hiring.scoring.web;

import dev.assay.hiring.scoring.PolicyDraft;
import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.PolicyRef;
import dev.assay.hiring.scoring.engine.Recency;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.shared.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is proposed. What is left out is as in the policy it starts from. Factors are in
 * basis points.
 */
record ScoringPolicyRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 2_000) String reason,
        @Nullable @Valid TiersRequest tiers,
        @Nullable @Valid AlignmentsRequest alignments,
        @Nullable @Valid LevelsRequest levels,
        @Nullable @Valid AssessmentsRequest assessments,
        @Nullable @Min(0) @Max(10_000) Integer mustHaveAlignment,
        @Nullable @Min(0) @Max(10_000) Integer secondVoice,
        @Nullable @Size(max = 200) List<@NotNull @Valid RecencyRequest> recency) {

    private static final PolicyRef UNNUMBERED = new PolicyRef("draft", 1);

    record TiersRequest(
            @NotNull @Min(0) @Max(10_000) Integer recognised,
            @NotNull @Min(0) @Max(10_000) Integer trusted,
            @NotNull @Min(0) @Max(10_000) Integer known,
            @NotNull @Min(0) @Max(10_000) Integer employer) {

        ScoringPolicy.Tiers tiers() {
            return new ScoringPolicy.Tiers(bp(recognised), bp(trusted), bp(known), bp(employer));
        }
    }

    record AlignmentsRequest(
            @NotNull @Min(0) @Max(10_000) Integer exact,
            @NotNull @Min(0) @Max(10_000) Integer mapped,
            @NotNull @Min(0) @Max(10_000) Integer crosswalk,
            @NotNull @Min(0) @Max(10_000) Integer narrower,
            @NotNull @Min(0) @Max(5) Integer narrowerSteps,
            @NotNull @Min(0) @Max(10_000) Integer broader,
            @NotNull @Min(1) @Max(1_000) Integer manySkills,
            @NotNull @Min(0) @Max(10_000) Integer manySkillsCap) {

        ScoringPolicy.Alignments alignments() {
            return new ScoringPolicy.Alignments(
                    bp(exact),
                    bp(mapped),
                    bp(crosswalk),
                    bp(narrower),
                    narrowerSteps,
                    bp(broader),
                    manySkills,
                    bp(manySkillsCap));
        }
    }

    record LevelsRequest(
            @NotNull @Min(0) @Max(10_000) Integer reached,
            @NotNull @Min(0) @Max(10_000) Integer oneBelow,
            @NotNull @Min(0) @Max(10_000) Integer twoBelow) {

        ScoringPolicy.Levels levels() {
            return new ScoringPolicy.Levels(bp(reached), bp(oneBelow), bp(twoBelow));
        }
    }

    record AssessmentsRequest(
            @NotNull @Min(0) @Max(10_000) Integer withIdentity,
            @NotNull @Min(0) @Max(10_000) Integer supervised,
            @NotNull @Min(0) @Max(10_000) Integer unsupervised) {

        ScoringPolicy.Assessments assessments() {
            return new ScoringPolicy.Assessments(
                    bp(withIdentity), bp(supervised), bp(unsupervised));
        }
    }

    record RecencyRequest(
            @NotNull UUID skillId,
            @NotBlank @Size(max = 2_000) String reason,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid RecencyStepRequest> steps) {}

    record RecencyStepRequest(
            @NotNull @Min(1) @Max(600) Integer months,
            @NotNull @Min(0) @Max(10_000) Integer value) {}

    /** What is proposed, given the policy it starts from. */
    PolicyDraft draft(ScoringPolicy from) {
        Map<UUID, String> reasons = new HashMap<>();
        if (recency != null) {
            recency.forEach(rule -> reasons.put(rule.skillId(), rule.reason()));
        }
        ScoringPolicy.Tiers newTiers =
                sound("/tiers", () -> tiers == null ? from.tiers() : tiers.tiers());
        ScoringPolicy.Levels newLevels =
                sound("/levels", () -> levels == null ? from.levels() : levels.levels());
        ScoringPolicy.Assessments newAssessments =
                sound(
                        "/assessments",
                        () -> assessments == null ? from.assessments() : assessments.assessments());
        Map<SkillRef, Recency> newRecency = sound("/recency", this::recencies);
        return new PolicyDraft(
                name,
                reason,
                sound(
                        "/alignments",
                        () ->
                                new ScoringPolicy(
                                        UNNUMBERED,
                                        newTiers,
                                        alignments == null
                                                ? from.alignments()
                                                : alignments.alignments(),
                                        newLevels,
                                        newAssessments,
                                        mustHaveAlignment == null
                                                ? from.mustHaveAlignment()
                                                : bp(mustHaveAlignment),
                                        secondVoice == null ? from.secondVoice() : bp(secondVoice),
                                        newRecency)),
                reasons);
    }

    /** Off unless it is asked for each time: age is a poor witness. */
    private Map<SkillRef, Recency> recencies() {
        Map<SkillRef, Recency> rules = new HashMap<>();
        if (recency != null) {
            for (RecencyRequest rule : recency) {
                rules.put(
                        new SkillRef(rule.skillId()),
                        new Recency(
                                rule.steps().stream()
                                        .map(step ->
                                                new Recency.Step(step.months(), bp(step.value())))
                                        .toList()));
            }
        }
        return rules;
    }

    private static <T> T sound(String pointer, Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException unsound) {
            throw new InvalidInput(pointer, String.valueOf(unsound.getMessage()));
        }
    }

    private static BasisPoints bp(int value) {
        return new BasisPoints(value);
    }
}
