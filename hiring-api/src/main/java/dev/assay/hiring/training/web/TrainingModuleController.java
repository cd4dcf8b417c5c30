package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.ModuleContent;
import dev.assay.hiring.training.Range;
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
@RequestMapping("/v1/training-modules")
class TrainingModuleController {

    private final TermDesk<ModuleContent, TrainingModuleRequest, TrainingModuleResponse> desk;

    TrainingModuleController(TrainingTerms terms, NamedSkills skills, RequestJson json) {
        this.desk =
                new TermDesk<>(
                        terms, json, TermKind.MODULE, "/v1/training-modules", new Wording(skills));
    }

    @GetMapping
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<TrainingModuleResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return desk.list(actor, after, limit);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_TRAINING)
    Deed<TrainingModuleResponse> add(Actor actor, InputStream body) throws IOException {
        return desk.add(actor, body);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<TrainingModuleResponse> get(Actor actor, @PathVariable UUID id) {
        return desk.get(actor, id);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_TRAINING)
    ResponseEntity<TrainingModuleResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        return desk.change(actor, id, ifMatch, body);
    }

    private record Wording(NamedSkills skills)
            implements TermDesk.Wording<
                    ModuleContent, TrainingModuleRequest, TrainingModuleResponse> {

        @Override
        public Class<TrainingModuleRequest> requestType() {
            return TrainingModuleRequest.class;
        }

        @Override
        public ModuleContent content(Actor actor, TrainingModuleRequest request) {
            return new ModuleContent(
                    request.name(),
                    skills.resolved(
                            actor,
                            "/skills",
                            Objects.requireNonNullElse(
                                    request.skills(),
                                    List.<TrainingModuleRequest.SkillShareRequest>of()),
                            TrainingModuleRequest.SkillShareRequest::skill,
                            (share, skill) -> new ModuleContent.SkillShare(skill, share.weight())),
                    request.traineeHours(),
                    Objects.requireNonNullElse(request.assessmentHours(), Range.fixed(0)),
                    Objects.requireNonNullElse(request.mentorHours(), Range.fixed(0)),
                    request.seatFee(),
                    request.session(),
                    request.waiver(),
                    Objects.requireNonNullElse(request.prerequisites(), List.<UUID>of()),
                    Objects.requireNonNullElse(request.auxiliary(), false));
        }

        @Override
        public TrainingModuleRequest request(ModuleContent content) {
            return new TrainingModuleRequest(
                    content.name(),
                    content.skills().stream()
                            .map(share ->
                                    new TrainingModuleRequest.SkillShareRequest(
                                            new SkillRequest(null, share.skill(), null),
                                            share.weight()))
                            .toList(),
                    content.traineeHours(),
                    content.assessmentHours(),
                    content.mentorHours(),
                    content.seatFee(),
                    content.session(),
                    content.waiver(),
                    content.prerequisites(),
                    content.auxiliary());
        }

        @Override
        public Function<FiledTerm<ModuleContent>, TrainingModuleResponse> responses(
                Actor actor, List<FiledTerm<ModuleContent>> terms) {
            Map<UUID, Score.Skill> names =
                    skills.names(
                            actor,
                            terms.stream()
                                    .flatMap(term -> term.content().skills().stream())
                                    .map(ModuleContent.SkillShare::skill)
                                    .toList());
            return term -> response(term, names);
        }

        private static TrainingModuleResponse response(
                FiledTerm<ModuleContent> module, Map<UUID, Score.Skill> names) {
            ModuleContent content = module.content();
            return new TrainingModuleResponse(
                    module.id(),
                    content.name(),
                    content.skills().stream()
                            .map(share ->
                                    new TrainingModuleResponse.SkillShare(
                                            NamedSkills.named(names, share.skill()),
                                            share.weight()))
                            .toList(),
                    content.traineeHours(),
                    content.assessmentHours(),
                    content.mentorHours(),
                    content.seatFee(),
                    content.session(),
                    content.waiver(),
                    content.prerequisites(),
                    content.auxiliary(),
                    module.createdAt(),
                    module.updatedAt());
        }
    }
}
