package dev.assay.admin.partners;

import dev.assay.admin.shell.Badge;
import org.jspecify.annotations.Nullable;

/**
 * A job board as this employer sees it.
 *
 * @param own whether this employer registered it, and may change it
 * @param may what it may do here, in words; null for nothing
 * @param jobs for which jobs, in words; null for none
 */
record PartnerRow(
        String id,
        String name,
        String clientId,
        boolean own,
        boolean disabled,
        int version,
        Badge state,
        @Nullable String may,
        @Nullable String jobs) {}
