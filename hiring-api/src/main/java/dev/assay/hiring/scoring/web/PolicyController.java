package dev.assay.hiring.scoring.web;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.operations.OperationId;
import dev.assay.hiring.platform.operations.web.OperationResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.scoring.Policies;
import dev.assay.hiring.scoring.PolicyEffect;
import dev.assay.hiring.scoring.PolicyId;
import dev.assay.hiring.scoring.PolicyVersion;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/scoring-policies")
class PolicyController {

    private static final int BODY_LIMIT = 256 * 1024;

    private final Policies policies;
    private final RequestJson json;

    PolicyController(Policies policies, RequestJson json) {
        this.policies = policies;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_POLICIES)
    ResponseEntity<PageResponse<ScoringPolicyResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                policies.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit));
        return PageResponse.of(page, ScoringPolicyResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_POLICIES)
    Deed<ScoringPolicyResponse> draft(Actor actor, InputStream body) throws IOException {
        ScoringPolicyRequest request = json.read(body, BODY_LIMIT, ScoringPolicyRequest.class);
        return Deed.of(
                () -> policies.draft(actor, request.draft(policies.inForce(actor))),
                policy ->
                        ResponseEntity.created(URI.create("/v1/scoring-policies/" + policy.id()))
                                .eTag(Etag.of(policy.version()))
                                .body(ScoringPolicyResponse.of(policy)));
    }

    @GetMapping("/in-force")
    @Allowed(Permission.READ_POLICIES)
    ResponseEntity<ScoringPolicyResponse> inForce(Actor actor) {
        Optional<PolicyVersion> active = policies.active(actor);
        return ResponseEntity.ok()
                .eTag(
                        active.map(policy -> Etag.ofDigest("custom-" + policy.number()))
                                .orElseGet(() -> Etag.ofDigest("standard-1")))
                .body(
                        active.map(ScoringPolicyResponse::of)
                                .orElseGet(ScoringPolicyResponse::standard));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_POLICIES)
    ResponseEntity<ScoringPolicyResponse> get(Actor actor, @PathVariable UUID id) {
        PolicyVersion policy = policies.get(actor, new PolicyId(id));
        return ResponseEntity.ok()
                .eTag(Etag.of(policy.version()))
                .body(ScoringPolicyResponse.of(policy));
    }

    @PostMapping(path = "/{id}/previews", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_POLICIES)
    Deed<OperationResponse> preview(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        PolicyPreviewRequest request = json.read(body, BODY_LIMIT, PolicyPreviewRequest.class);
        return Deed.of(
                () ->
                        policies.preview(
                                actor,
                                new PolicyId(id),
                                Optional.ofNullable(request.jobId()).map(JobId::new)),
                OperationResponse::accepted);
    }

    @GetMapping("/{id}/previews/{previewId}")
    @Allowed(Permission.READ_POLICIES)
    ResponseEntity<PageResponse<PolicyEffect>> effects(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID previewId,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                policies.effects(
                        actor,
                        new PolicyId(id),
                        new OperationId(previewId),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit));
        return PageResponse.of(page, effect -> effect);
    }

    /** Where a policy stands decides whether this may be done; what it says cannot change. */
    @PostMapping("/{id}/activation")
    @Allowed(Permission.EDIT_POLICIES)
    Deed<OperationResponse> activate(Actor actor, @PathVariable UUID id) {
        return Deed.of(
                () -> policies.activate(actor, new PolicyId(id)), OperationResponse::accepted);
    }
}
