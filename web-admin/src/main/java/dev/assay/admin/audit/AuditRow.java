package dev.assay.admin.audit;

import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail.
 *
 * @param sequence its place in the chain; null while it waits for one
 * @param href the page of what it is about; null where that has none
 * @param hash what seals it; null while nothing does
 * @param trace the request it happened in; null for what Assay did by itself
 */
record AuditRow(
        String id,
        @Nullable Long sequence,
        Moment at,
        String by,
        String action,
        String code,
        String about,
        String subject,
        @Nullable String href,
        List<DetailLine> detail,
        @Nullable String hash,
        @Nullable String trace) {}
