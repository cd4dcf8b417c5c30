package dev.assay.hiring.training.web;

import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks up skills that callers named in any of the three ways, and names them in answers. */
@Component
class NamedSkills {

    private final Skills skills;

    NamedSkills(Skills skills) {
        this.skills = skills;
    }

    /**
     * The same list with its skills looked up.
     *
     * @throws InvalidInput naming every one that names no known skill
     */
    <A, B> List<B> resolved(
            Actor actor,
            String pointer,
            List<A> named,
            Function<A, SkillRequest> name,
            BiFunction<A, UUID, B> known) {
        List<B> found = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            A one = named.get(i);
            String at = pointer + "/" + i + "/skill";
            resolve(actor, name.apply(one))
                    .ifPresentOrElse(
                            skill -> found.add(known.apply(one, skill.id().value())),
                            () ->
                                    faults.add(
                                            new Fault(
                                                    at,
                                                    "names no known skill: give exactly one of uri, id or an exact name")));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return found;
    }

    Map<UUID, Score.Skill> names(Actor actor, Collection<UUID> ids) {
        return skills
                .withIds(actor, ids.stream().map(SkillId::new).collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(
                        Collectors.toMap(
                                skill -> skill.id().value(),
                                skill ->
                                        new Score.Skill(
                                                skill.id().value(),
                                                skill.uri().toString(),
                                                skill.label())));
    }

    static Score.Skill named(Map<UUID, Score.Skill> names, UUID skill) {
        return Objects.requireNonNull(names.get(skill), "a skill is gone");
    }

    private Optional<Skill> resolve(Actor actor, SkillRequest request) {
        String uri = request.uri();
        UUID id = request.id();
        String name = request.name();
        if (Stream.of(uri, id, name).filter(Objects::nonNull).count() != 1) {
            return Optional.empty();
        }
        if (id != null) {
            return skills.resolve(actor, new SkillReference.ById(id));
        }
        if (name != null) {
            return skills.resolve(actor, new SkillReference.ByName(name));
        }
        try {
            return skills.resolve(
                    actor, new SkillReference.ByUri(URI.create(Objects.requireNonNull(uri))));
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }
}
