package dev.assay.admin.jobs;

import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An application without evidence: not ranked low, but not ranked at all.
 *
 * @param invited when its candidate was last invited to show some; null if never
 */
record InviteRow(
        String applicationId, String candidate, Moment applied, @Nullable Moment invited) {}
