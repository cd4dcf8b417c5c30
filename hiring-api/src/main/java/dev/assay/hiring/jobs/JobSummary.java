package dev.assay.hiring.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A posting as a list shows it. */
public record JobSummary(
        JobId id,
        String title,
        @Nullable String department,
        JobStatus status,
        int openings,
        Instant createdAt,
        Instant updatedAt) {}
