package dev.assay.hiring.scoring.web;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.scoring.DecisionFlag;
import dev.assay.hiring.scoring.DecisionFlags;
import dev.assay.hiring.scoring.FlagFilter;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DecisionFlagController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final DecisionFlags flags;
    private final RequestJson json;

    DecisionFlagController(DecisionFlags flags, RequestJson json) {
        this.flags = flags;
        this.json = json;
    }

    @GetMapping("/v1/decision-flags")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<DecisionFlag>> list(
            Actor actor,
            @RequestParam Optional<String> state,
            @RequestParam Optional<UUID> jobId,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var filter =
                new FlagFilter(state.map(DecisionFlagController::isSettled), jobId.map(JobId::new));
        return PageResponse.of(
                flags.list(actor, filter, cursor(after), new PageSize(limit)), flag -> flag);
    }

    @PostMapping(
            path = "/v1/decision-flags/{id}/settlement",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MOVE_APPLICATIONS)
    Deed<DecisionFlag> settle(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        String reason = json.read(body, BODY_LIMIT, SettlementRequest.class).reason();
        return Deed.about(
                () -> flags.settle(actor, id, reason),
                settled -> settled.application().candidate().person(),
                settled -> ResponseEntity.ok(settled.flag()));
    }

    @GetMapping("/v1/applications/{id}/decision-flags")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<DecisionFlag>> ofApplication(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                flags.of(actor, new ApplicationId(id), cursor(after), new PageSize(limit)),
                flag -> flag);
    }

    private static boolean isSettled(String state) {
        return switch (state) {
            case "open" -> false;
            case "settled" -> true;
            default -> throw new InvalidInput("/state", "must be open or settled");
        };
    }

    private static Optional<PageCursor> cursor(Optional<String> after) {
        return after.map(text -> PageCursor.parse(text, 1));
    }

    record SettlementRequest(@NotBlank @Size(max = 5_000) String reason) {}
}
