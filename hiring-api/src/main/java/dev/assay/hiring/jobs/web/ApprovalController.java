package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.ApprovalStep;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobApproval;
import dev.assay.hiring.jobs.JobApprovals;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobRule;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApprovalController {

    private static final int BODY_LIMIT = 16 * 1024;

    private final JobApprovals approvals;
    private final Jobs jobs;
    private final RequestJson json;

    ApprovalController(JobApprovals approvals, Jobs jobs, RequestJson json) {
        this.approvals = approvals;
        this.jobs = jobs;
        this.json = json;
    }

    /** There are few, so the one page is the whole of them; the tag is the job's. */
    @GetMapping("/v1/jobs/{id}/approval")
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<PageResponse<ApprovalResponse>> list(Actor actor, @PathVariable UUID id) {
        actor.require(Permission.READ_JOBS);
        Job job = jobs.get(actor, new JobId(id));
        return ResponseEntity.ok()
                .eTag(Etag.of(job.version()))
                .body(
                        new PageResponse<>(
                                approvals.of(actor, job.id()).stream()
                                        .map(ApprovalResponse::of)
                                        .toList(),
                                null));
    }

    @PostMapping(path = "/v1/jobs/{id}/approval", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_JOBS)
    Deed<ApprovalResponse> take(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        JobId job = jobs.get(actor, new JobId(id)).id();
        Version seen = Etag.expected(ifMatch);
        ApprovalRequest request = json.read(body, BODY_LIMIT, ApprovalRequest.class);
        return Deed.of(
                () ->
                        approvals.take(
                                actor,
                                job,
                                seen,
                                request.step(),
                                Optional.ofNullable(request.reason())),
                step -> ResponseEntity.status(HttpStatus.CREATED).body(ApprovalResponse.of(step)));
    }

    @GetMapping("/v1/job-rule")
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<JobRuleResponse> rule(Actor actor) {
        return answer(approvals.rule(actor));
    }

    @PatchMapping(
            path = "/v1/job-rule",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_PIPELINE)
    ResponseEntity<JobRuleResponse> changeRule(
            Actor actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Version expected = Etag.expected(ifMatch);
        JobRuleRequest request =
                json.patched(
                        JobRuleRequest.of(approvals.rule(actor)),
                        body,
                        BODY_LIMIT,
                        JobRuleRequest.class);
        return answer(
                approvals.changeRule(
                        actor,
                        expected,
                        request.approvalByAnother(),
                        Optional.ofNullable(request.blindUntil())));
    }

    private static ResponseEntity<JobRuleResponse> answer(JobRule rule) {
        return ResponseEntity.ok()
                .eTag(Etag.of(rule.version()))
                .body(new JobRuleResponse(rule.approval(), rule.blindUntil().orElse(null)));
    }

    record ApprovalRequest(
            @NotNull ApprovalStep step, @Nullable @Size(min = 1, max = 2_000) String reason) {}

    record ApprovalResponse(
            UUID id,
            int jobVersion,
            ApprovalStep step,
            @Nullable String reason,
            String takenBy,
            Instant takenAt) {

        static ApprovalResponse of(JobApproval approval) {
            return new ApprovalResponse(
                    approval.id(),
                    approval.jobVersion().value(),
                    approval.step(),
                    approval.reason().orElse(null),
                    approval.takenBy(),
                    approval.takenAt());
        }
    }

    record JobRuleRequest(@NotNull Boolean approvalByAnother, @Nullable StagePhase blindUntil) {

        static JobRuleRequest of(JobRule rule) {
            return new JobRuleRequest(rule.approval(), rule.blindUntil().orElse(null));
        }
    }

    record JobRuleResponse(boolean approvalByAnother, @Nullable StagePhase blindUntil) {}
}
