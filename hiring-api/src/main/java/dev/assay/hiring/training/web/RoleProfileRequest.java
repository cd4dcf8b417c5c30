package dev.assay.hiring.training.web;

import dev.assay.hiring.training.OfferRule;
import dev.assay.hiring.training.Price;
import dev.assay.hiring.training.Ramp;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role as it is sent, and as a merge patch leaves it. */
record RoleProfileRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable
                @Pattern(
                        regexp = "[0-9]{2}-[0-9]{4}\\.[0-9]{2}",
                        message = "must be an O*NET-SOC code such as 15-2051.00")
                String onetCode,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid SkillNeedRequest> skills,
        @NotNull Double hoursPerWeek,
        @NotNull @Valid Ramp rampUp,
        @NotNull Double horizonWeeks,
        @Nullable @Size(max = 100) List<@NotNull UUID> modules,
        @NotNull UUID wagePointId,
        @NotNull @Valid Price mentorHourly,
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                String currency,
        @Nullable @Valid OfferRule offer,
        @Nullable UUID parentId) {

    record SkillNeedRequest(
            @NotNull @Valid SkillRequest skill, @NotNull Integer level, @NotNull Double weight) {}
}
