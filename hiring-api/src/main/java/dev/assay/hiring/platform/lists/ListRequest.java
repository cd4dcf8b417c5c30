package dev.assay.hiring.platform.lists;

import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.PageSize;
import java.util.Optional;

/**
 * What a caller asks of a list.
 *
 * @param list its name
 * @param keyParts of how many parts its cursors are
 * @param filters what it is narrowed to, as the same text for the same filters
 * @param synced whether this can be kept in step with
 */
public record ListRequest(
        String list,
        int keyParts,
        String filters,
        boolean synced,
        JobReach reach,
        Optional<String> after,
        Optional<String> syncToken,
        PageSize size) {}
