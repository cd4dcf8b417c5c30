package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.ReferencedJobs;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.references.ExternalReference;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/references/jobs/{system}/{reference}")
class ReferencedJobController {

    private static final int BODY_LIMIT = 1024 * 1024;

    private final ReferencedJobs jobs;
    private final JobMapping mapping;
    private final RequestJson json;

    ReferencedJobController(ReferencedJobs jobs, JobMapping mapping, RequestJson json) {
        this.jobs = jobs;
        this.mapping = mapping;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<JobResponse> get(
            Actor actor, @PathVariable String system, @PathVariable String reference) {
        Job job = jobs.get(actor, new ExternalReference(system, reference));
        return answer(ResponseEntity.ok(), actor, job);
    }

    /** The same call twice leaves what one would: it needs no key. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_JOBS)
    ResponseEntity<JobResponse> put(
            Actor actor,
            @PathVariable String system,
            @PathVariable String reference,
            InputStream body)
            throws IOException {
        var named = new ExternalReference(system, reference);
        JobRequest request = json.read(body, BODY_LIMIT, JobRequest.class);
        JobContent content = mapping.content(actor, request);
        ReferencedJobs.Put put =
                jobs.put(
                        actor,
                        named,
                        content,
                        Optional.<JobStatus>ofNullable(request.status()),
                        Optional.ofNullable(request.requirementsReason())
                                .filter(reason -> !reason.isBlank()));
        return answer(
                put.made()
                        ? ResponseEntity.created(URI.create("/v1/jobs/" + put.job().id()))
                        : ResponseEntity.ok(),
                actor,
                put.job());
    }

    private ResponseEntity<JobResponse> answer(
            ResponseEntity.BodyBuilder answer, Actor actor, Job job) {
        return answer.eTag(Etag.of(job.version())).body(mapping.response(actor, job));
    }
}
