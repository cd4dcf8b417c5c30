package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.operations.web.OperationResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.training.CohortDocument;
import dev.assay.hiring.training.CohortOrder;
import dev.assay.hiring.training.SponsorshipDocument;
import dev.assay.hiring.training.TrainingPlans;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrainingPlanController {

    private static final int BODY_LIMIT = 10 * 1024 * 1024;

    private final TrainingPlans plans;
    private final OrderMapping orders;
    private final ReceivedCohorts received;
    private final RequestJson json;

    TrainingPlanController(
            TrainingPlans plans, OrderMapping orders, ReceivedCohorts received, RequestJson json) {
        this.plans = plans;
        this.orders = orders;
        this.received = received;
        this.json = json;
    }

    @PostMapping(path = "/v1/cohort-plans", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.ESTIMATE_TRAINING)
    @Costly
    Deed<?> planCohort(Actor actor, InputStream body) throws IOException {
        byte[] bytes = json.bytes(body, BODY_LIMIT);
        CohortOrder order = received.read(actor, bytes);
        if (!plans.isQuick(order)) {
            return Deed.of(() -> plans.accept(actor, order, bytes), OperationResponse::accepted);
        }
        CohortDocument plan = plans.plan(actor, order, () -> false);
        return Deed.of(
                () -> plans.file(actor, plan),
                filed ->
                        ResponseEntity.created(URI.create("/v1/cohort-plans/" + filed.id()))
                                .eTag(Etag.ofDigest(filed.inputsDigest()))
                                .body(filed));
    }

    @GetMapping("/v1/cohort-plans/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<CohortDocument> cohort(Actor actor, @PathVariable UUID id) {
        CohortDocument plan = plans.cohort(actor, id);
        return ResponseEntity.ok().eTag(Etag.ofDigest(plan.inputsDigest())).body(plan);
    }

    @PostMapping(path = "/v1/sponsorship-plans", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.ESTIMATE_TRAINING)
    @Costly
    Deed<SponsorshipDocument> planSponsorship(Actor actor, InputStream body) throws IOException {
        SponsorshipPlanRequest request = json.read(body, BODY_LIMIT, SponsorshipPlanRequest.class);
        SponsorshipDocument plan = plans.plan(actor, orders.sponsorship(actor, request));
        return Deed.of(
                () -> plans.file(actor, plan),
                filed ->
                        ResponseEntity.created(URI.create("/v1/sponsorship-plans/" + filed.id()))
                                .eTag(Etag.of(Version.FIRST))
                                .body(filed));
    }

    @GetMapping("/v1/sponsorship-plans/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<SponsorshipDocument> sponsorship(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok().eTag(Etag.of(Version.FIRST)).body(plans.sponsorship(actor, id));
    }
}
