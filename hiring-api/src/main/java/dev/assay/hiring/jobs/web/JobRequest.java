package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.WorkplaceType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posting as it is sent, and as a merge patch leaves it. */
record JobRequest(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 50_000) String description,
        @Nullable @Size(max = 200) String department,
        @Nullable
                @Pattern(
                        regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
                        message = "must be a BCP 47 language tag")
                String language,
        @Nullable @Size(max = 50) List<@NotNull @Valid LocationRequest> locations,
        @Nullable WorkplaceType workplaceType,
        @Nullable EmploymentType employmentType,
        @Nullable @Min(1) @Max(100_000) Integer openings,
        @Nullable Instant validThrough,
        @Nullable Boolean entryLevel,
        @Nullable @Valid SalaryRequest salary,
        @Nullable UUID roleProfileId,
        @Nullable JobStatus status,
        @Nullable @Size(max = 50) List<@NotNull @Valid RequirementRequest> requirements,
        @Nullable @Size(min = 1, max = 2_000) String requirementsReason) {

    record LocationRequest(
            @Nullable @Size(max = 200) String city,
            @Nullable @Size(max = 200) String region,
            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 alpha-2 code")
                    String country,
            @Nullable @Size(max = 20) String postalCode) {}

    record SalaryRequest(
            @Nullable @DecimalMin("0") @Digits(integer = 15, fraction = 4) BigDecimal min,
            @Nullable @DecimalMin("0") @Digits(integer = 15, fraction = 4) BigDecimal max,
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                    String currency,
            PayRange.@NotNull PayUnit unit) {}

    record RequirementRequest(
            @NotNull @Valid SkillRequest skill,
            @NotNull @Min(1) @Max(5) Integer importance,
            @Nullable Boolean mustHave,
            @Nullable @Min(1) @Max(5) Integer level,
            @Nullable @Size(max = 2_000) String jobAnalysisSource) {}

    /** Names a skill by exactly one of the three. */
    record SkillRequest(
            @Nullable @Size(max = 2_000) String uri,
            @Nullable UUID id,
            @Nullable @Size(max = 500) String name) {}
}
