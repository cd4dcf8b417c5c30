package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobField;
import dev.assay.hiring.jobs.JobFilter;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.JobSummary;
import dev.assay.hiring.jobs.JobWarning;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.lists.FilteredBy;
import dev.assay.hiring.platform.lists.SyncPageResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/jobs")
class JobController {

    private static final int BODY_LIMIT = 1024 * 1024;

    private final Jobs jobs;
    private final JobMapping mapping;
    private final RequestJson json;

    JobController(Jobs jobs, JobMapping mapping, RequestJson json) {
        this.jobs = jobs;
        this.mapping = mapping;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_JOBS)
    @FilteredBy(JobField.class)
    ResponseEntity<SyncPageResponse<JobSummaryResponse>> list(
            Actor actor,
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam Optional<String> syncToken,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return SyncPageResponse.of(
                jobs.list(actor, JobFilter.of(query), after, syncToken, new PageSize(limit)),
                JobSummaryResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_JOBS)
    Deed<JobResponse> create(Actor actor, InputStream body) throws IOException {
        JobRequest request = json.read(body, BODY_LIMIT, JobRequest.class);
        if (request.status() != null && request.status() != JobStatus.DRAFT) {
            throw new InvalidInput("/status", "a job starts as a draft; open it with PATCH");
        }
        JobContent content = mapping.content(actor, request);
        return Deed.of(
                () -> jobs.create(actor, content),
                job ->
                        ResponseEntity.created(URI.create("/v1/jobs/" + job.id()))
                                .eTag(Etag.of(job.version()))
                                .body(mapping.response(actor, job)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<JobResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(actor, jobs.get(actor, new JobId(id)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_JOBS)
    ResponseEntity<JobResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Job before = jobs.get(actor, new JobId(id));
        Version expected = Etag.expected(ifMatch);
        JobRequest request =
                json.patched(mapping.request(actor, before), body, BODY_LIMIT, JobRequest.class);
        JobStatus status = Objects.requireNonNullElse(request.status(), before.status());
        return answer(
                actor,
                jobs.change(
                        actor,
                        before.id(),
                        expected,
                        mapping.content(actor, request),
                        status,
                        Optional.ofNullable(request.requirementsReason())
                                .filter(reason -> !reason.isBlank())));
    }

    @PostMapping("/{id}/clone")
    @Allowed(Permission.EDIT_JOBS)
    Deed<JobResponse> cloneOf(Actor actor, @PathVariable UUID id) {
        return Deed.of(
                () -> jobs.cloneOf(actor, new JobId(id)),
                job ->
                        ResponseEntity.created(URI.create("/v1/jobs/" + job.id()))
                                .eTag(Etag.of(job.version()))
                                .body(mapping.response(actor, job)));
    }

    /** There are few, so the one page is the whole of them; the tag is the job's. */
    @GetMapping("/{id}/warnings")
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<PageResponse<JobWarningResponse>> warnings(Actor actor, @PathVariable UUID id) {
        Job job = jobs.get(actor, new JobId(id));
        return ResponseEntity.ok()
                .eTag(Etag.of(job.version()))
                .body(
                        new PageResponse<>(
                                jobs.warnings(actor, job.id()).stream()
                                        .map(JobWarningResponse::of)
                                        .toList(),
                                null));
    }

    @GetMapping("/{id}/requirement-changes")
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<PageResponse<RequirementChangeResponse>> requirementChanges(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                jobs.requirementChanges(
                        actor,
                        new JobId(id),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                RequirementChangeResponse::of);
    }

    private ResponseEntity<JobResponse> answer(Actor actor, Job job) {
        return ResponseEntity.ok().eTag(Etag.of(job.version())).body(mapping.response(actor, job));
    }

    record JobWarningResponse(String code, String pointer, @Nullable String found, String detail) {

        static JobWarningResponse of(JobWarning warning) {
            return new JobWarningResponse(
                    warning.code().wireName(),
                    warning.pointer(),
                    warning.found().orElse(null),
                    warning.code().meaning());
        }
    }

    record JobSummaryResponse(
            UUID id,
            String title,
            JobStatus status,
            int openings,
            Instant createdAt,
            Instant updatedAt) {

        static JobSummaryResponse of(JobSummary job) {
            return new JobSummaryResponse(
                    job.id().value(),
                    job.title(),
                    job.status(),
                    job.openings(),
                    job.createdAt(),
                    job.updatedAt());
        }
    }
}
