package dev.assay.hiring.platform.operations;

import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * Long work that was accepted.
 *
 * @param kind what sort of work, such as {@code application-submission}
 * @param requestedBy as in audit rows
 * @param done items dealt with, those with an error among them
 * @param total items in all, once that is known
 * @param errorCount items that could not be done
 * @param result where the outcome is
 */
public record Operation(
        OperationId id,
        String kind,
        OperationState state,
        String requestedBy,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        long done,
        Optional<Long> total,
        long errorCount,
        Optional<String> result,
        Version version) {}
