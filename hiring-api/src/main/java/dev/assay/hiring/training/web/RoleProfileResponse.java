package dev.assay.hiring.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.training.OfferRule;
import dev.assay.hiring.training.Price;
import dev.assay.hiring.training.Ramp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record RoleProfileResponse(
        UUID id,
        String name,
        @Nullable String onetCode,
        List<SkillNeed> skills,
        double hoursPerWeek,
        Ramp rampUp,
        double horizonWeeks,
        List<UUID> modules,
        UUID wagePointId,
        Price mentorHourly,
        String currency,
        @Nullable OfferRule offer,
        @Nullable UUID parentId,
        Instant createdAt,
        Instant updatedAt) {

    record SkillNeed(Score.Skill skill, int level, double weight) {}
}
