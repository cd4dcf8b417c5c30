package dev.assay.admin.applications;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An application of the list.
 *
 * @param score null where there is none
 * @param mustHaves null where the job has none, or it left the rankings
 */
record ListedRow(
        String id,
        String candidate,
        String job,
        Badge phase,
        @Nullable String score,
        @Nullable Badge mustHaves,
        Moment applied,
        boolean flagged) {}
