package dev.assay.hiring.platform.operations.web;

import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationError;
import dev.assay.hiring.platform.operations.OperationState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

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

    /** The answer to work that was accepted: where to ask how far it is. */
    public static ResponseEntity<OperationResponse> accepted(Operation operation) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/operations/" + operation.id()))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(of(operation, List.of()));
    }

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
