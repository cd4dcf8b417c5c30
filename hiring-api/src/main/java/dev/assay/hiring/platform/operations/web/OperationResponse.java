package dev.assay.hiring.platform.operations.web;

import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationError;
import dev.assay.hiring.platform.operations.OperationState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as callers see it.
 *
 * @param errors the first thousand; lists leave them out
 * @param result where the outcome is, once it succeeded
 */
public record OperationResponse(
        UUID id,
        String kind,
        OperationState state,
        long done,
        @Nullable Long total,
        long errorCount,
        List<OperationError> errors,
        @Nullable String result,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public static OperationResponse of(Operation operation, List<OperationError> errors) {
        return new OperationResponse(
                operation.id().value(),
                operation.kind(),
                operation.state(),
                operation.done(),
                operation.total().orElse(null),
                operation.errorCount(),
                errors,
                operation.result().orElse(null),
                operation.requestedAt(),
                operation.startedAt().orElse(null),
                operation.finishedAt().orElse(null));
    }
}
