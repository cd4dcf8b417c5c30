package dev.assay.hiring.searches;

import dev.assay.hiring.shared.Version;
import java.time.Instant;

/**
 * A search somebody saved.
 *
 * @param owner who did
 */
public record SavedSearch(
        SavedSearchId id,
        String owner,
        SearchContent content,
        Version version,
        Instant createdAt,
        Instant updatedAt) {}
