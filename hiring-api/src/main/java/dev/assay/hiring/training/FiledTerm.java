package dev.assay.hiring.training;

import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.UUID;

/** One of the things that estimates are made from, with its identity and history. */
public record FiledTerm<T extends Term>(
        UUID id, T content, Version version, Instant createdAt, Instant updatedAt) {}
