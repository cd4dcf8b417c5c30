package dev.assay.admin.rubrics;

import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What somebody here saw the candidate do.
 *
 * @param withdrawn since when it counts no more; null while it does
 */
record SeenRow(
        String id,
        String kind,
        String rubric,
        int level,
        String performedOn,
        @Nullable String note,
        Moment recorded,
        @Nullable Moment withdrawn) {}
