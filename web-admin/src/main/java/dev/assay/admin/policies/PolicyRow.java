package dev.assay.admin.policies;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy.
 *
 * @param activated since when it is, or was, in force; null when it never was
 */
record PolicyRow(
        String id,
        int number,
        String name,
        String reason,
        Badge state,
        Moment drafted,
        @Nullable Moment activated,
        boolean previewable,
        boolean activatable) {}
