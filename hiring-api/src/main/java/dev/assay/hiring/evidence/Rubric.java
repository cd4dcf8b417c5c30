package dev.assay.hiring.evidence;

import dev.assay.hiring.shared.Version;
import java.time.Instant;

/**
 * A rubric, at one of its versions.
 *
 * @param writtenBy who wrote this version, as audit rows name them
 */
public record Rubric(
        RubricId id,
        RubricContent content,
        Version version,
        String writtenBy,
        Instant createdAt,
        Instant updatedAt) {}
