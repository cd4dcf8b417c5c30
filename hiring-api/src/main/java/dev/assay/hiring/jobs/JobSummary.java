package dev.assay.hiring.jobs;

import java.time.Instant;

/** A posting as a list shows it. */
public record JobSummary(
        JobId id,
        String title,
        JobStatus status,
        int openings,
        Instant createdAt,
        Instant updatedAt) {}
