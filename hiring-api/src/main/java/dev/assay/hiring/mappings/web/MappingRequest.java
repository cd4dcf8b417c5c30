package dev.assay.hiring.mappings.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mapping as it is sent, and as a merge patch leaves it. */
record MappingRequest(
        @NotNull UUID issuerId,
        @NotNull @Valid AchievementRequest achievement,
        @NotNull @Size(max = 50) List<@NotNull @Valid MappedSkillRequest> skills,
        @Nullable @Size(max = 100) List<@NotNull @Valid ResultLevelRequest> levels,
        @Nullable Boolean retired,
        @Nullable @Size(max = 2_000) String note) {

    /** Names an achievement by its id, or by what it is called. */
    record AchievementRequest(
            @Nullable @Size(min = 1, max = 2_000) String id,
            @Nullable @Size(min = 1, max = 500) String name) {}

    record MappedSkillRequest(
            @NotNull @Valid NamedSkillRequest skill,
            @Nullable @Min(1) @Max(10_000) Integer factor,
            @Nullable @Min(1) @Max(5) Integer level) {}

    /** Names a skill by exactly one of the three. */
    record NamedSkillRequest(
            @Nullable @Size(max = 2_000) String uri,
            @Nullable UUID id,
            @Nullable @Size(max = 500) String name) {}

    record ResultLevelRequest(
            @NotBlank @Size(max = 200) String result, @NotNull @Min(1) @Max(5) Integer level) {}
}
