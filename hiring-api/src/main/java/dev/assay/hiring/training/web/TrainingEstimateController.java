package dev.assay.hiring.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.training.EstimateDocument;
import dev.assay.hiring.training.EstimateExport;
import dev.assay.hiring.training.Scenarios;
import dev.assay.hiring.training.TrainingEstimates;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrainingEstimateController {

    private static final int BODY_LIMIT = 256 * 1024;

    private final TrainingEstimates estimates;
    private final OrderMapping orders;
    private final RequestJson json;

    TrainingEstimateController(TrainingEstimates estimates, OrderMapping orders, RequestJson json) {
        this.estimates = estimates;
        this.orders = orders;
        this.json = json;
    }

    @GetMapping("/v1/training-estimates")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<EstimateSummary>> list(
            Actor actor,
            @RequestParam Optional<UUID> applicationId,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                estimates.list(
                        actor,
                        applicationId.map(ApplicationId::new),
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, EstimateSummary::of);
    }

    @PostMapping(path = "/v1/training-estimates", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.ESTIMATE_TRAINING)
    @Costly
    Deed<EstimateDocument> make(Actor actor, InputStream body) throws IOException {
        TrainingEstimateRequest request =
                json.read(body, BODY_LIMIT, TrainingEstimateRequest.class);
        TrainingEstimates.Made made = estimates.make(actor, orders.order(actor, request));
        return Deed.of(
                () -> estimates.file(actor, made),
                estimate ->
                        ResponseEntity.created(
                                        URI.create("/v1/training-estimates/" + estimate.id()))
                                .eTag(Etag.ofDigest(estimate.inputsDigest()))
                                .body(estimate));
    }

    @GetMapping("/v1/training-estimates/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<EstimateDocument> get(Actor actor, @PathVariable UUID id) {
        return answer(estimates.get(actor, id));
    }

    @GetMapping("/v1/training-estimates/{id}/export")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<byte[]> export(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "xlsx") String format) {
        EstimateExport form =
                Arrays.stream(EstimateExport.values())
                        .filter(known -> known.wireName().equals(format))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("/format", "must be xlsx, csv or pdf"));
        EstimateDocument estimate = estimates.get(actor, id);
        return ResponseEntity.ok()
                .eTag(Etag.ofDigest(estimate.inputsDigest()))
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("training-estimate-" + id + "." + form.wireName())
                                .build()
                                .toString())
                .body(form.of(estimate));
    }

    @GetMapping("/v1/applications/{id}/training-estimate")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<EstimateDocument> ofApplication(Actor actor, @PathVariable UUID id) {
        return answer(estimates.ofApplication(actor, new ApplicationId(id)));
    }

    /** Compares; makes nothing, but takes long enough to be worth a key. */
    @PostMapping(path = "/v1/training-scenarios", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.ESTIMATE_TRAINING)
    @Costly
    Deed<Scenarios> compare(Actor actor, InputStream body) throws IOException {
        TrainingScenariosRequest request =
                json.read(body, BODY_LIMIT, TrainingScenariosRequest.class);
        Scenarios compared =
                estimates.compare(
                        actor,
                        orders.order(actor, request.estimate()),
                        request.scenarios().stream()
                                .map(one ->
                                        new Scenarios.Wanted(
                                                one.name(), OrderMapping.changes(one.changes())))
                                .toList());
        return Deed.of(() -> compared, ResponseEntity::ok);
    }

    private static ResponseEntity<EstimateDocument> answer(EstimateDocument estimate) {
        return ResponseEntity.ok().eTag(Etag.ofDigest(estimate.inputsDigest())).body(estimate);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EstimateSummary(
            UUID id,
            Instant madeAt,
            UUID roleProfileId,
            @Nullable UUID applicationId,
            String basis,
            String currency,
            EstimateDocument.Spread saving,
            String inputsDigest) {

        static EstimateSummary of(EstimateDocument estimate) {
            return new EstimateSummary(
                    Objects.requireNonNull(estimate.id()),
                    Objects.requireNonNull(estimate.madeAt()),
                    estimate.roleProfileId(),
                    estimate.applicationId(),
                    estimate.basis(),
                    estimate.currency(),
                    estimate.saving(),
                    estimate.inputsDigest());
        }
    }
}
