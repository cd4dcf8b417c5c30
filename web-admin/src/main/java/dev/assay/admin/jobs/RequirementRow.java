package dev.assay.admin.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A skill the job asks for.
 *
 * @param share how much of the score it is, in percent
 * @param source why the job needs it; null where nobody wrote it down
 */
record RequirementRow(
        String skill,
        @Nullable String uri,
        int importance,
        String share,
        boolean mustHave,
        String level,
        @Nullable String source) {}
