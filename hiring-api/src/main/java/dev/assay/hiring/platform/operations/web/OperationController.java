package dev.assay.hiring.platform.operations.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationError;
import dev.assay.hiring.platform.operations.OperationId;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/operations")
class OperationController {

    private final Operations operations;

    OperationController(Operations operations) {
        this.operations = operations;
    }

    /** The caller's own. */
    @GetMapping
    @Allowed(Permission.READ_OPERATIONS)
    ResponseEntity<PageResponse<OperationResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                operations.own(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                operation -> OperationResponse.of(operation, List.of()));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_OPERATIONS)
    ResponseEntity<OperationResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(actor, ResponseEntity.ok(), operations.get(actor, new OperationId(id)));
    }

    /** A wish that holds whatever the progress, so it is bound to no version. */
    @PostMapping("/{id}/cancel")
    @Allowed(Permission.CANCEL_OPERATIONS)
    Deed<OperationResponse> cancel(Actor actor, @PathVariable UUID id) {
        return Deed.of(
                () -> operations.cancel(actor, new OperationId(id)),
                operation -> answer(actor, ResponseEntity.accepted(), operation));
    }

    private ResponseEntity<OperationResponse> answer(
            Actor actor, ResponseEntity.BodyBuilder answer, Operation operation) {
        List<OperationError> errors =
                operation.errorCount() == 0 ? List.of() : operations.errors(actor, operation.id());
        if (!operation.state().isFinal()) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.eTag(Etag.of(operation.version()))
                .body(OperationResponse.of(operation, errors));
    }
}
