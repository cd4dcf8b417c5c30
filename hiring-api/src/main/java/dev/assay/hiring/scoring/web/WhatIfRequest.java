package dev.assay.hiring.scoring.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.hiring.scoring.Hypothesis;
import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.skills.SkillId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What might be otherwise; what is left out is as it is. */
record WhatIfRequest(
        @Nullable @Size(max = 20) List<@NotNull @Valid SupposedCredentialRequest> credentials,
        @Nullable @Size(max = 100) List<@NotNull UUID> without,
        @Nullable @Size(max = 50) List<@NotNull @Valid SupposedTrustRequest> trust,
        @Nullable @Size(max = 100) List<@NotNull @Valid SupposedWeightRequest> weights) {

    /** The tiers an employer gives, and none. */
    enum SupposedTier {
        RECOGNISED(AuthorityTier.RECOGNISED),
        TRUSTED(AuthorityTier.TRUSTED),
        KNOWN(AuthorityTier.KNOWN),
        BLOCKED(AuthorityTier.BLOCKED);

        private final AuthorityTier tier;

        SupposedTier(AuthorityTier tier) {
            this.tier = tier;
        }

        @JsonValue
        String wireName() {
            return tier.code();
        }
    }

    enum SupposedAssessment {
        SUPERVISED_WITH_IDENTITY(AssessmentMode.SUPERVISED_WITH_IDENTITY),
        SUPERVISED(AssessmentMode.SUPERVISED),
        UNSUPERVISED(AssessmentMode.UNSUPERVISED);

        private final AssessmentMode mode;

        SupposedAssessment(AssessmentMode mode) {
            this.mode = mode;
        }

        @JsonValue
        String wireName() {
            return mode.code();
        }
    }

    record SupposedCredentialRequest(
            @NotNull UUID skillId,
            @Nullable @Min(1) @Max(5) Integer level,
            @NotNull SupposedTier tier,
            @Nullable SupposedAssessment assessment) {

        Hypothesis.Item item() {
            return new Hypothesis.Item(
                    new SkillId(skillId),
                    level == null ? OptionalInt.empty() : OptionalInt.of(level),
                    tier.tier,
                    assessment == null ? AssessmentMode.NOT_STATED : assessment.mode);
        }
    }

    record SupposedTrustRequest(
            @NotBlank @Size(max = 2_000) String issuerId, @NotNull SupposedTier tier) {}

    record SupposedWeightRequest(
            @NotNull UUID skillId, @NotNull @Min(1) @Max(5) Integer importance) {}

    Hypothesis hypothesis() {
        Map<String, AuthorityTier> tiers = new HashMap<>();
        some(trust).forEach(one -> tiers.put(one.issuerId(), one.tier().tier));
        Map<SkillId, Integer> importances = new HashMap<>();
        some(weights).forEach(one -> importances.put(new SkillId(one.skillId()), one.importance()));
        return new Hypothesis(
                some(credentials).stream().map(SupposedCredentialRequest::item).toList(),
                new HashSet<>(some(without)),
                tiers,
                importances);
    }

    private static <T> List<T> some(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
