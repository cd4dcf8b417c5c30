package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.training.CalibrationReport;
import dev.assay.hiring.training.NewActual;
import dev.assay.hiring.training.TrainingActuals;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrainingActualController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final TrainingActuals actuals;
    private final RequestJson json;

    TrainingActualController(TrainingActuals actuals, RequestJson json) {
        this.actuals = actuals;
        this.json = json;
    }

    @GetMapping("/v1/training-actuals")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<TrainingActualResponse>> list(
            Actor actor,
            @RequestParam Optional<UUID> roleProfileId,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                actuals.list(
                        actor,
                        roleProfileId,
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, TrainingActualResponse::of);
    }

    @PostMapping(path = "/v1/training-actuals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_TRAINING)
    Deed<TrainingActualResponse> record(Actor actor, InputStream body) throws IOException {
        NewActual reported = json.read(body, BODY_LIMIT, TrainingActualRequest.class).reported();
        return Deed.of(
                () -> actuals.record(actor, reported),
                actual ->
                        ResponseEntity.status(HttpStatus.CREATED)
                                .body(TrainingActualResponse.of(actual)));
    }

    @GetMapping("/v1/training-calibration")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<CalibrationReport> calibration(Actor actor, @RequestParam UUID roleProfileId) {
        return ResponseEntity.ok(actuals.calibration(actor, roleProfileId));
    }
}
