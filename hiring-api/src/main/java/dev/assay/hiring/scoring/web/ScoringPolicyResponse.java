package dev.assay.hiring.scoring.web;

import dev.assay.hiring.scoring.PolicyState;
import dev.assay.hiring.scoring.PolicyVersion;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy as callers see it.
 *
 * @param id null for the standard policy, which is nobody's own
 * @param policy how scores name it
 */
record ScoringPolicyResponse(
        @Nullable UUID id,
        PolicyName policy,
        String name,
        String reason,
        PolicyState state,
        Tiers tiers,
        Alignments alignments,
        Levels levels,
        Assessments assessments,
        int mustHaveAlignment,
        int secondVoice,
        List<RecencyRule> recency,
        @Nullable Instant createdAt,
        @Nullable Instant activatedAt,
        @Nullable Instant retiredAt) {

    record PolicyName(String id, int version) {}

    record Tiers(int recognised, int trusted, int known, int employer) {}

    record Alignments(
            int exact,
            int mapped,
            int crosswalk,
            int narrower,
            int narrowerSteps,
            int broader,
            int manySkills,
            int manySkillsCap) {}

    record Levels(int reached, int oneBelow, int twoBelow) {}

    record Assessments(int withIdentity, int supervised, int unsupervised) {}

    record RecencyRule(UUID skillId, String reason, List<RecencyStep> steps) {}

    record RecencyStep(int months, int value) {}

    static ScoringPolicyResponse of(PolicyVersion policy) {
        return of(
                policy.id().value(),
                policy.name(),
                policy.reason(),
                policy.state(),
                policy.numbers(),
                policy.recencyReasons(),
                policy.createdAt(),
                policy.activatedAt().orElse(null),
                policy.retiredAt().orElse(null));
    }

    static ScoringPolicyResponse standard() {
        return of(
                null,
                "Standard",
                "What every employer starts with.",
                PolicyState.ACTIVE,
                ScoringPolicy.standard(),
                Map.of(),
                null,
                null,
                null);
    }

    private static ScoringPolicyResponse of(
            @Nullable UUID id,
            String name,
            String reason,
            PolicyState state,
            ScoringPolicy numbers,
            Map<UUID, String> reasons,
            @Nullable Instant createdAt,
            @Nullable Instant activatedAt,
            @Nullable Instant retiredAt) {
        var tiers = numbers.tiers();
        var alignments = numbers.alignments();
        var levels = numbers.levels();
        var assessments = numbers.assessments();
        return new ScoringPolicyResponse(
                id,
                new PolicyName(numbers.ref().id(), numbers.ref().version()),
                name,
                reason,
                state,
                new Tiers(
                        tiers.recognised().value(),
                        tiers.trusted().value(),
                        tiers.known().value(),
                        tiers.employer().value()),
                new Alignments(
                        alignments.exact().value(),
                        alignments.mapped().value(),
                        alignments.crosswalk().value(),
                        alignments.narrower().value(),
                        alignments.narrowerSteps(),
                        alignments.broader().value(),
                        alignments.manySkills(),
                        alignments.manySkillsCap().value()),
                new Levels(
                        levels.reached().value(),
                        levels.oneBelow().value(),
                        levels.twoBelow().value()),
                new Assessments(
                        assessments.withIdentity().value(),
                        assessments.supervised().value(),
                        assessments.unsupervised().value()),
                numbers.mustHaveAlignment().value(),
                numbers.secondVoice().value(),
                recency(numbers, reasons),
                createdAt,
                activatedAt,
                retiredAt);
    }

    private static List<RecencyRule> recency(ScoringPolicy numbers, Map<UUID, String> reasons) {
        return numbers.recency().entrySet().stream()
                .map(rule ->
                        new RecencyRule(
                                rule.getKey().id(),
                                reasons.getOrDefault(rule.getKey().id(), ""),
                                rule.getValue().steps().stream()
                                        .map(step ->
                                                new RecencyStep(
                                                        step.months(), step.value().value()))
                                        .toList()))
                .sorted(Comparator.comparing(rule -> rule.skillId().toString()))
                .toList();
    }
}
