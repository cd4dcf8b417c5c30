package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.Version;
import java.time.Instant;

/**
 * A posting.
 *
 * @param requirementsFrozen true once somebody has applied: from then on all are measured alike
 */
public record Job(
        JobId id,
        JobContent content,
        JobStatus status,
        boolean requirementsFrozen,
        Version version,
        Instant createdAt,
        Instant updatedAt) {}
