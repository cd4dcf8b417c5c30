package dev.assay.hiring.scoring.engine;

import org.jspecify.annotations.Nullable;

/**
 * One skill a job needs.
 *
 * @param importance its weight among the job's requirements
 * @param mustHave whether an applicant who has not shown it ranks behind those who may have
 * @param level the level needed, or null when any level will do
 */
public record Requirement(
        SkillRef skill, Importance importance, boolean mustHave, @Nullable Level level) {}
