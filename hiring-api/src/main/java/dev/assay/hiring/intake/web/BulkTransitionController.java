package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.BulkMove;
import dev.assay.hiring.applications.BulkMoveOutcome;
import dev.assay.hiring.applications.BulkMoves;
import dev.assay.hiring.applications.Move;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.operations.web.OperationResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Preference;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BulkTransitionController {

    private static final int BODY_LIMIT = 2 * 1024 * 1024;

    private final BulkMoves moves;
    private final RequestJson json;

    BulkTransitionController(BulkMoves moves, RequestJson json) {
        this.moves = moves;
        this.json = json;
    }

    @PostMapping(
            path = "/v1/jobs/{id}/applications/bulk-transitions",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MOVE_APPLICATIONS)
    Deed<?> move(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = Preference.HEADER, required = false) @Nullable String prefer,
            InputStream body)
            throws IOException {
        JobId job = new JobId(id);
        List<BulkMove> asked = json.read(body, BODY_LIMIT, BulkTransitionRequest.class).all();
        if (asked.size() > BulkMoves.AT_ONCE || Preference.isRespondAsync(prefer)) {
            return Deed.of(() -> moves.accept(actor, job, asked), OperationResponse::accepted);
        }
        return Deed.of(
                () -> moves.make(actor, job, asked),
                outcomes -> ResponseEntity.ok(BulkTransitionResponse.of(outcomes)));
    }

    record BulkTransitionRequest(
            @NotEmpty @Size(max = BulkMoves.MAXIMUM) List<@NotNull @Valid BulkMoveRequest> moves) {

        List<BulkMove> all() {
            List<BulkMove> all = new ArrayList<>();
            for (int i = 0; i < moves.size(); i++) {
                all.add(moves.get(i).move("/moves/" + i));
            }
            return all;
        }
    }

    record BulkMoveRequest(
            @NotNull UUID applicationId,
            @Nullable ApplicationPhase to,
            @Nullable UUID stage,
            @Nullable String reason,
            @Nullable @Size(min = 1, max = TransitionController.LONGEST_REASON)
                    String overrideReason) {

        BulkMove move(String pointer) {
            if (to == null && stage == null) {
                throw new InvalidInput(
                        pointer + "/to", "must name a phase, or a stage be named instead");
            }
            return new BulkMove(
                    new ApplicationId(applicationId),
                    Move.of(to, stage == null ? null : new StageId(stage), reason, overrideReason));
        }
    }

    record BulkTransitionResponse(int moved, int refused, List<BulkMoveResponse> items) {

        static BulkTransitionResponse of(List<BulkMoveOutcome> outcomes) {
            int moved = (int) outcomes.stream().filter(one -> one.moved().isPresent()).count();
            return new BulkTransitionResponse(
                    moved,
                    outcomes.size() - moved,
                    outcomes.stream().map(BulkMoveResponse::of).toList());
        }
    }

    record BulkMoveResponse(
            UUID applicationId,
            boolean moved,
            @Nullable ApplicationPhase phase,
            @Nullable UUID stage,
            @Nullable String code,
            List<FaultResponse> errors) {

        static BulkMoveResponse of(BulkMoveOutcome outcome) {
            return new BulkMoveResponse(
                    outcome.application().value(),
                    outcome.moved().isPresent(),
                    outcome.moved().map(Application::phase).orElse(null),
                    outcome.moved().flatMap(Application::stage).map(StageId::value).orElse(null),
                    outcome.code().orElse(null),
                    outcome.faults().stream().map(FaultResponse::of).toList());
        }
    }

    record FaultResponse(String pointer, String detail) {

        static FaultResponse of(Fault fault) {
            return new FaultResponse(fault.pointer(), fault.detail());
        }
    }
}
