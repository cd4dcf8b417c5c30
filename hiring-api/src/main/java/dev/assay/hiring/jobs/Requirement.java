package dev.assay.hiring.jobs;

import dev.assay.hiring.skills.SkillId;
import org.jspecify.annotations.Nullable;

/**
 * A skill the job needs.
 *
 * @param level null when any level will do
 * @param jobAnalysisSource why the job needs it
 */
public record Requirement(
        SkillId skill,
        Importance importance,
        boolean mustHave,
        @Nullable SkillLevel level,
        @Nullable String jobAnalysisSource) {}
