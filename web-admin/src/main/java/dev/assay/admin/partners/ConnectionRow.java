package dev.assay.admin.partners;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A board that pushes applications.
 *
 * @param board its name on the wire
 * @param url where it pushes to
 * @param formerUntil until when what the former secret signed is taken as well
 */
record ConnectionRow(
        String board,
        String label,
        String url,
        Badge state,
        boolean enabled,
        int version,
        @Nullable Moment formerUntil) {}
