package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.RoleContent;
import dev.assay.hiring.training.TermKind;
import dev.assay.hiring.training.TrainingTerms;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
@RequestMapping("/v1/role-profiles")
class RoleProfileController {

    private static final int BODY_LIMIT = 256 * 1024;

    private final TrainingTerms terms;
    private final NamedSkills skills;
    private final RequestJson json;

    RoleProfileController(TrainingTerms terms, NamedSkills skills, RequestJson json) {
        this.terms = terms;
        this.skills = skills;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<RoleProfileResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                terms.list(
                        actor,
                        TermKind.ROLE,
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        Map<UUID, Score.Skill> names =
                skills.names(
                        actor,
                        page.items().stream()
                                .flatMap(role -> role.content().skills().stream())
                                .map(RoleContent.Need::skill)
                                .toList());
        return PageResponse.of(page, role -> response(role, names));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_TRAINING)
    Deed<RoleProfileResponse> add(Actor actor, InputStream body) throws IOException {
        RoleContent content = content(actor, json.read(body, BODY_LIMIT, RoleProfileRequest.class));
        return Deed.of(
                () -> terms.add(actor, TermKind.ROLE, content),
                role ->
                        ResponseEntity.created(URI.create("/v1/role-profiles/" + role.id()))
                                .eTag(Etag.of(role.version()))
                                .body(response(actor, role)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<RoleProfileResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(actor, terms.get(actor, TermKind.ROLE, id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_TRAINING)
    ResponseEntity<RoleProfileResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        var before = terms.get(actor, TermKind.ROLE, id);
        Version expected = Etag.expected(ifMatch);
        RoleProfileRequest request =
                json.patched(request(before.content()), body, BODY_LIMIT, RoleProfileRequest.class);
        return answer(
                actor, terms.change(actor, TermKind.ROLE, id, expected, content(actor, request)));
    }

    private RoleContent content(Actor actor, RoleProfileRequest request) {
        return new RoleContent(
                request.name(),
                request.onetCode(),
                skills.resolved(
                        actor,
                        "/skills",
                        request.skills(),
                        RoleProfileRequest.SkillNeedRequest::skill,
                        (need, skill) -> new RoleContent.Need(skill, need.level(), need.weight())),
                request.hoursPerWeek(),
                request.rampUp(),
                request.horizonWeeks(),
                Objects.requireNonNullElse(request.modules(), List.<UUID>of()),
                request.wagePointId(),
                request.mentorHourly(),
                request.currency(),
                request.offer(),
                request.parentId());
    }

    /** What a merge patch is applied to. */
    private static RoleProfileRequest request(RoleContent content) {
        return new RoleProfileRequest(
                content.name(),
                content.onetCode(),
                content.skills().stream()
                        .map(need ->
                                new RoleProfileRequest.SkillNeedRequest(
                                        new SkillRequest(null, need.skill(), null),
                                        need.level(),
                                        need.weight()))
                        .toList(),
                content.hoursPerWeek(),
                content.rampUp(),
                content.horizonWeeks(),
                content.modules(),
                content.wagePoint(),
                content.mentorHourly(),
                content.currency(),
                content.offer(),
                content.parent());
    }

    private ResponseEntity<RoleProfileResponse> answer(Actor actor, FiledTerm<RoleContent> role) {
        return ResponseEntity.ok().eTag(Etag.of(role.version())).body(response(actor, role));
    }

    private RoleProfileResponse response(Actor actor, FiledTerm<RoleContent> role) {
        return response(
                role,
                skills.names(
                        actor,
                        role.content().skills().stream().map(RoleContent.Need::skill).toList()));
    }

    private static RoleProfileResponse response(
            FiledTerm<RoleContent> role, Map<UUID, Score.Skill> names) {
        RoleContent content = role.content();
        return new RoleProfileResponse(
                role.id(),
                content.name(),
                content.onetCode(),
                content.skills().stream()
                        .map(need ->
                                new RoleProfileResponse.SkillNeed(
                                        NamedSkills.named(names, need.skill()),
                                        need.level(),
                                        need.weight()))
                        .toList(),
                content.hoursPerWeek(),
                content.rampUp(),
                content.horizonWeeks(),
                content.modules(),
                content.wagePoint(),
                content.mentorHourly(),
                content.currency(),
                content.offer(),
                content.parent(),
                role.createdAt(),
                role.updatedAt());
    }
}
