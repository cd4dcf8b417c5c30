package dev.assay.hiring.evidence.web;

import dev.assay.hiring.evidence.Criterion;
import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.RubricContent;
import dev.assay.hiring.evidence.RubricId;
import dev.assay.hiring.evidence.Rubrics;
import dev.assay.hiring.platform.idempotency.Deed;
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
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
@RequestMapping("/v1/rubrics")
class RubricController {

    private static final int BODY_LIMIT = 256 * 1024;

    private final Rubrics rubrics;
    private final Skills skills;
    private final RequestJson json;

    RubricController(Rubrics rubrics, Skills skills, RequestJson json) {
        this.rubrics = rubrics;
        this.skills = skills;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_RUBRICS)
    ResponseEntity<PageResponse<RubricResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                rubrics.list(actor, cursor(after), new PageSize(limit)), RubricResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_RUBRICS)
    Deed<RubricResponse> write(Actor actor, InputStream body) throws IOException {
        RubricContent content = known(actor, json.read(body, BODY_LIMIT, RubricRequest.class));
        return Deed.of(
                () -> rubrics.write(actor, content),
                rubric ->
                        ResponseEntity.created(URI.create("/v1/rubrics/" + rubric.id()))
                                .eTag(Etag.of(rubric.version()))
                                .body(RubricResponse.of(rubric)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_RUBRICS)
    ResponseEntity<RubricResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(rubrics.get(actor, new RubricId(id)));
    }

    @GetMapping("/{id}/versions")
    @Allowed(Permission.READ_RUBRICS)
    ResponseEntity<PageResponse<RubricResponse>> versions(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                rubrics.versions(actor, new RubricId(id), cursor(after), new PageSize(limit)),
                RubricResponse::of);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_RUBRICS)
    ResponseEntity<RubricResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Rubric before = rubrics.get(actor, new RubricId(id));
        Version expected = Etag.expected(ifMatch);
        RubricRequest request =
                json.patched(RubricRequest.of(before), body, BODY_LIMIT, RubricRequest.class);
        return answer(rubrics.change(actor, before.id(), expected, known(actor, request)));
    }

    private RubricContent known(Actor actor, RubricRequest request) {
        if (skills.resolve(actor, new SkillReference.ById(request.skillId())).isEmpty()) {
            throw new InvalidInput("/skillId", "is no known skill");
        }
        return request.content();
    }

    private static Optional<PageCursor> cursor(Optional<String> after) {
        return after.map(text -> PageCursor.parse(text, 1));
    }

    private static ResponseEntity<RubricResponse> answer(Rubric rubric) {
        return ResponseEntity.ok().eTag(Etag.of(rubric.version())).body(RubricResponse.of(rubric));
    }

    record RubricResponse(
            UUID id,
            int version,
            String name,
            EvidenceMethod method,
            UUID skillId,
            List<CriterionResponse> criteria,
            boolean retired,
            String writtenBy,
            Instant createdAt,
            Instant updatedAt) {

        static RubricResponse of(Rubric rubric) {
            RubricContent content = rubric.content();
            return new RubricResponse(
                    rubric.id().value(),
                    rubric.version().value(),
                    content.name(),
                    content.method(),
                    content.skill().value(),
                    content.criteria().stream().map(CriterionResponse::of).toList(),
                    content.retired(),
                    rubric.writtenBy(),
                    rubric.createdAt(),
                    rubric.updatedAt());
        }
    }

    record CriterionResponse(String name, List<String> levels) {

        static CriterionResponse of(Criterion criterion) {
            return new CriterionResponse(criterion.name(), criterion.levels());
        }
    }
}
