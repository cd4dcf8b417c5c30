package dev.assay.admin.flags;

import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Something that came to light after a decision.
 *
 * @param figures the score it was decided on, and what it would be now
 * @param settled when somebody settled it; null while nobody has
 * @param because what they wrote; null when nothing is kept
 */
record FlagRow(
        String id,
        String candidate,
        String href,
        String job,
        String decided,
        String cause,
        String figures,
        String mustHaves,
        Moment noted,
        @Nullable Moment settled,
        @Nullable String because) {}
