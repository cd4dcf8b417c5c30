package dev.assay.hiring.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.training.Price;
import dev.assay.hiring.training.Range;
import dev.assay.hiring.training.SessionTerms;
import dev.assay.hiring.training.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingModuleResponse(
        UUID id,
        String name,
        List<SkillShare> skills,
        Range traineeHours,
        Range assessmentHours,
        Range mentorHours,
        Price seatFee,
        @Nullable SessionTerms session,
        @Nullable Waiver waiver,
        List<UUID> prerequisites,
        boolean auxiliary,
        Instant createdAt,
        Instant updatedAt) {

    record SkillShare(Score.Skill skill, double weight) {}
}
