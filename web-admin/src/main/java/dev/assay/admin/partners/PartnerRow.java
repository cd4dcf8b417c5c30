package dev.assay.admin.partners;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A job board as this employer sees it.
 *
 * @param formerUntil until when the id it had before goes on, while it changes over
 * @param own whether this employer registered it, and may change it
 * @param may what it may do here, in words; null for nothing
 * @param jobs for which jobs, in words; null for none
 */
record PartnerRow(
        String id,
        String name,
        String clientId,
        @Nullable String formerClientId,
        @Nullable Moment formerUntil,
        boolean own,
        boolean disabled,
        int version,
        Badge state,
        @Nullable String may,
        @Nullable String jobs) {}
