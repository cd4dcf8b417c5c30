package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.jobs.StageTemplate;
import dev.assay.hiring.jobs.StageTemplateContent;
import dev.assay.hiring.jobs.StageTemplateId;
import dev.assay.hiring.jobs.StageTemplates;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/stage-templates")
class StageTemplateController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final StageTemplates templates;
    private final RequestJson json;

    StageTemplateController(StageTemplates templates, RequestJson json) {
        this.templates = templates;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<PageResponse<StageTemplateResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                templates.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                StageTemplateResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_PIPELINE)
    Deed<StageTemplateResponse> write(Actor actor, InputStream body) throws IOException {
        StageTemplateContent content =
                json.read(body, BODY_LIMIT, StageTemplateRequest.class).content();
        return Deed.of(
                () -> templates.write(actor, content),
                template ->
                        ResponseEntity.created(URI.create("/v1/stage-templates/" + template.id()))
                                .eTag(Etag.of(template.version()))
                                .body(StageTemplateResponse.of(template)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<StageTemplateResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(templates.get(actor, new StageTemplateId(id)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_PIPELINE)
    ResponseEntity<StageTemplateResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        StageTemplate before = templates.get(actor, new StageTemplateId(id));
        Version expected = Etag.expected(ifMatch);
        StageTemplateRequest request =
                json.patched(
                        StageTemplateRequest.of(before),
                        body,
                        BODY_LIMIT,
                        StageTemplateRequest.class);
        return answer(templates.change(actor, before.id(), expected, request.content()));
    }

    private static ResponseEntity<StageTemplateResponse> answer(StageTemplate template) {
        return ResponseEntity.ok()
                .eTag(Etag.of(template.version()))
                .body(StageTemplateResponse.of(template));
    }

    record TemplateStageRequest(
            @NotBlank @Size(max = 100) String name, @NotNull StagePhase phase) {}

    record StageTemplateRequest(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty @Size(max = StageDraft.MAXIMUM)
                    List<@NotNull @Valid TemplateStageRequest> stages,
            @Nullable Boolean usual,
            @Nullable Boolean retired) {

        static StageTemplateRequest of(StageTemplate template) {
            StageTemplateContent content = template.content();
            return new StageTemplateRequest(
                    content.name(),
                    content.stages().stream()
                            .map(stage -> new TemplateStageRequest(stage.name(), stage.phase()))
                            .toList(),
                    content.usual(),
                    content.retired());
        }

        StageTemplateContent content() {
            return new StageTemplateContent(
                    name.strip(),
                    stages.stream()
                            .map(one -> StageDraft.of(one.name().strip(), one.phase()))
                            .toList(),
                    Objects.requireNonNullElse(usual, false),
                    Objects.requireNonNullElse(retired, false));
        }
    }

    record TemplateStageResponse(String name, StagePhase phase) {}

    record StageTemplateResponse(
            UUID id,
            String name,
            List<TemplateStageResponse> stages,
            boolean usual,
            boolean retired,
            String changedBy,
            Instant createdAt,
            Instant updatedAt) {

        static StageTemplateResponse of(StageTemplate template) {
            StageTemplateContent content = template.content();
            return new StageTemplateResponse(
                    template.id().value(),
                    content.name(),
                    content.stages().stream()
                            .map(stage -> new TemplateStageResponse(stage.name(), stage.phase()))
                            .toList(),
                    content.usual(),
                    content.retired(),
                    template.changedBy(),
                    template.createdAt(),
                    template.updatedAt());
        }
    }
}
