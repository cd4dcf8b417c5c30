package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.RoleContent;
import dev.assay.hiring.training.TermKind;
import dev.assay.hiring.training.TrainingTerms;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    private final TermDesk<RoleContent, RoleProfileRequest, RoleProfileResponse> desk;

    RoleProfileController(TrainingTerms terms, NamedSkills skills, RequestJson json) {
        this.desk =
                new TermDesk<>(
                        terms, json, TermKind.ROLE, "/v1/role-profiles", new Wording(skills));
    }

    @GetMapping
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<RoleProfileResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return desk.list(actor, after, limit);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_TRAINING)
    Deed<RoleProfileResponse> add(Actor actor, InputStream body) throws IOException {
        return desk.add(actor, body);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<RoleProfileResponse> get(Actor actor, @PathVariable UUID id) {
        return desk.get(actor, id);
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
        return desk.change(actor, id, ifMatch, body);
    }

    private record Wording(NamedSkills skills)
            implements TermDesk.Wording<RoleContent, RoleProfileRequest, RoleProfileResponse> {

        @Override
        public Class<RoleProfileRequest> requestType() {
            return RoleProfileRequest.class;
        }

        @Override
        public RoleContent content(Actor actor, RoleProfileRequest request) {
            return new RoleContent(
                    request.name(),
                    request.onetCode(),
                    skills.resolved(
                            actor,
                            "/skills",
                            request.skills(),
                            RoleProfileRequest.SkillNeedRequest::skill,
                            (need, skill) ->
                                    new RoleContent.Need(skill, need.level(), need.weight())),
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

        @Override
        public RoleProfileRequest request(RoleContent content) {
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

        @Override
        public Function<FiledTerm<RoleContent>, RoleProfileResponse> responses(
                Actor actor, List<FiledTerm<RoleContent>> terms) {
            Map<UUID, Score.Skill> names =
                    skills.names(
                            actor,
                            terms.stream()
                                    .flatMap(term -> term.content().skills().stream())
                                    .map(RoleContent.Need::skill)
                                    .toList());
            return term -> response(term, names);
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
}
