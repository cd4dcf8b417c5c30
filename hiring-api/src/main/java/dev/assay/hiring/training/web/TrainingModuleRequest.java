package dev.assay.hiring.training.web;

import dev.assay.hiring.training.Price;
import dev.assay.hiring.training.Range;
import dev.assay.hiring.training.SessionTerms;
import dev.assay.hiring.training.Waiver;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A module as it is sent, and as a merge patch leaves it. */
record TrainingModuleRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 50) List<@NotNull @Valid SkillShareRequest> skills,
        @NotNull @Valid Range traineeHours,
        @Nullable @Valid Range assessmentHours,
        @Nullable @Valid Range mentorHours,
        @NotNull @Valid Price seatFee,
        @Nullable @Valid SessionTerms session,
        @Nullable @Valid Waiver waiver,
        @Nullable @Size(max = 50) List<@NotNull UUID> prerequisites,
        @Nullable Boolean auxiliary) {

    record SkillShareRequest(@NotNull @Valid SkillRequest skill, @NotNull Double weight) {}
}
