package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStages;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.jobs.StageTemplateId;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/jobs/{id}/stages")
class StageController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final Jobs jobs;
    private final JobStages stages;
    private final RequestJson json;

    StageController(Jobs jobs, JobStages stages, RequestJson json) {
        this.jobs = jobs;
        this.stages = stages;
        this.json = json;
    }

    /** A job has few, so the one page is the whole of them. */
    @GetMapping
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<PageResponse<StageResponse>> list(Actor actor, @PathVariable UUID id) {
        Job job = jobs.get(actor, new JobId(id));
        return answer(actor, job.id(), job.version());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_JOBS)
    ResponseEntity<PageResponse<StageResponse>> set(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        JobId job = jobs.get(actor, new JobId(id)).id();
        Version expected = Etag.expected(ifMatch);
        JobStagesRequest request = json.read(body, BODY_LIMIT, JobStagesRequest.class);
        return answer(actor, job, set(actor, job, expected, request));
    }

    private Version set(Actor actor, JobId job, Version expected, JobStagesRequest request) {
        UUID template = request.templateId();
        List<StageRequest> asked = request.stages();
        if (template != null && asked == null) {
            return stages.copy(actor, job, expected, new StageTemplateId(template));
        }
        if (asked != null && template == null) {
            return stages.set(actor, job, expected, StageRequest.drafts(asked));
        }
        throw new InvalidInput("/stages", "must be given, or a templateId instead");
    }

    private ResponseEntity<PageResponse<StageResponse>> answer(
            Actor actor, JobId job, Version version) {
        return ResponseEntity.ok()
                .eTag(Etag.of(version))
                .body(
                        new PageResponse<>(
                                stages.of(actor, job).stream().map(StageResponse::of).toList(),
                                null));
    }

    /** The stages themselves, or whose to copy. */
    record JobStagesRequest(
            @Nullable @Size(max = StageDraft.MAXIMUM) List<@NotNull @Valid StageRequest> stages,
            @Nullable UUID templateId) {}

    record StageResponse(UUID id, String name, StagePhase phase, boolean retired) {

        static StageResponse of(Stage stage) {
            return new StageResponse(
                    stage.id().value(), stage.name(), stage.phase(), stage.retired());
        }
    }
}
