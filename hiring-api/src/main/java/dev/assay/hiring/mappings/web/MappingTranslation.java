package dev.assay.hiring.mappings.web;

import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.mappings.CredentialMapping;
import dev.assay.hiring.mappings.MappedSkill;
import dev.assay.hiring.mappings.MappingContent;
import dev.assay.hiring.mappings.ResultLevel;
import dev.assay.hiring.mappings.web.MappingRequest.AchievementRequest;
import dev.assay.hiring.mappings.web.MappingRequest.MappedSkillRequest;
import dev.assay.hiring.mappings.web.MappingRequest.NamedSkillRequest;
import dev.assay.hiring.mappings.web.MappingRequest.ResultLevelRequest;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Between a mapping's JSON and our records; skills are looked up here. */
@Component
class MappingTranslation {

    private static final String UNKNOWN =
            "names no known skill: give exactly one of uri, id or an exact name";

    private final Skills skills;

    MappingTranslation(Skills skills) {
        this.skills = skills;
    }

    /**
     * @throws InvalidInput naming every skill that is unknown
     */
    MappingContent content(Actor actor, MappingRequest request) {
        List<MappedSkill> mapped = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < request.skills().size(); i++) {
            MappedSkillRequest one = request.skills().get(i);
            Optional<Skill> skill = resolve(actor, one.skill());
            if (skill.isEmpty()) {
                faults.add(new Fault("/skills/" + i + "/skill", UNKNOWN));
            } else {
                mapped.add(
                        new MappedSkill(
                                skill.get().id(),
                                Objects.requireNonNullElse(one.factor(), MappedSkill.WHOLE),
                                one.level()));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new MappingContent(
                new IssuerId(request.issuerId()),
                request.achievement().id(),
                request.achievement().name(),
                mapped,
                Objects.requireNonNullElse(request.levels(), List.<ResultLevelRequest>of()).stream()
                        .map(one -> new ResultLevel(one.result(), one.level()))
                        .toList(),
                Objects.requireNonNullElse(request.retired(), false),
                request.note());
    }

    /** What a merge patch is applied to. */
    MappingRequest request(CredentialMapping mapping) {
        MappingContent content = mapping.content();
        return new MappingRequest(
                content.issuer().value(),
                new AchievementRequest(content.achievementId(), content.achievementName()),
                content.skills().stream()
                        .map(one ->
                                new MappedSkillRequest(
                                        new NamedSkillRequest(null, one.skill().value(), null),
                                        one.factor(),
                                        one.level()))
                        .toList(),
                content.levels().stream()
                        .map(one -> new ResultLevelRequest(one.result(), one.level()))
                        .toList(),
                content.retired(),
                content.note());
    }

    MappingResponse response(Actor actor, CredentialMapping mapping) {
        return responses(actor, List.of(mapping)).getFirst();
    }

    List<MappingResponse> responses(Actor actor, List<CredentialMapping> mappings) {
        Map<SkillId, Skill> named =
                skills.withIds(
                        actor,
                        mappings.stream()
                                .flatMap(mapping -> mapping.content().skills().stream())
                                .map(MappedSkill::skill)
                                .distinct()
                                .toList());
        return mappings.stream().map(mapping -> MappingResponse.of(mapping, named)).toList();
    }

    private Optional<Skill> resolve(Actor actor, NamedSkillRequest request) {
        if (Stream.of(request.uri(), request.id(), request.name()).filter(Objects::nonNull).count()
                != 1) {
            return Optional.empty();
        }
        if (request.id() != null) {
            return skills.resolve(actor, new SkillReference.ById(request.id()));
        }
        if (request.name() != null) {
            return skills.resolve(actor, new SkillReference.ByName(request.name()));
        }
        try {
            return skills.resolve(
                    actor, new SkillReference.ByUri(URI.create(String.valueOf(request.uri()))));
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }
}
