package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.Version;
import java.time.Instant;

/**
 * An employer's usual way through a hiring. Jobs copy it; what it becomes later moves nobody.
 *
 * @param changedBy who wrote it as it is, as audit rows name them
 */
public record StageTemplate(
        StageTemplateId id,
        StageTemplateContent content,
        Version version,
        String changedBy,
        Instant createdAt,
        Instant updatedAt) {}
