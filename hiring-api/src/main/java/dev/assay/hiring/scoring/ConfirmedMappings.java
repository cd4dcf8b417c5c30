package dev.assay.hiring.scoring;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.mappings.CredentialMapping;
import dev.assay.hiring.mappings.MappedSkill;
import dev.assay.hiring.mappings.MappingContent;
import dev.assay.hiring.scoring.engine.Alignment;
import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.MappingRef;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people confirmed of the achievements at hand, as evidence.
 *
 * @param byIssuer the mappings in force
 * @param skills the skills they name
 */
record ConfirmedMappings(
        Map<IssuerId, List<CredentialMapping>> byIssuer, Map<SkillId, Skill> skills) {

    Set<String> uris() {
        return skills.values().stream()
                .map(skill -> skill.uri().toString())
                .collect(Collectors.toSet());
    }

    Optional<CredentialMapping> about(CredentialSummary said, Optional<Issuer> issuer) {
        return said.achievement()
                .flatMap(achievement -> issuer.flatMap(entry -> about(achievement, entry)));
    }

    private Optional<CredentialMapping> about(Achievement achievement, Issuer issuer) {
        return CredentialMapping.about(achievement, byIssuer.getOrDefault(issuer.id(), List.of()));
    }

    /**
     * What a credential shows by its mapping. A mapped skill that is asked for as such counts as
     * mapped; one that is only related to what is asked for counts as if the credential named it,
     * and a part of it says nothing of the relation.
     */
    Set<SkillShown> shown(
            CredentialMapping mapping, CredentialSummary said, RequiredSkills required) {
        if (!MappingContent.isReached(said.results())) {
            return Set.of();
        }
        Set<SkillShown> shown = new HashSet<>();
        OptionalInt reached = mapping.content().levelOf(said.results());
        var by = new MappingRef(mapping.id().value(), mapping.version().value());
        for (MappedSkill mapped : mapping.content().skills()) {
            Skill skill = skills.get(mapped.skill());
            if (skill == null) {
                continue;
            }
            Level level = level(mapped, reached);
            required.alignments(skill.uri().toString())
                    .forEach((asked, alignment) ->
                            confirmed(alignment, mapped, by)
                                    .ifPresent(counts ->
                                            shown.add(
                                                    new SkillShown(
                                                            new SkillRef(asked.id().value()),
                                                            counts,
                                                            level,
                                                            true))));
        }
        return shown;
    }

    private static Optional<Alignment> confirmed(
            Alignment alignment, MappedSkill mapped, MappingRef by) {
        if (alignment instanceof Alignment.Exact) {
            return Optional.of(new Alignment.Mapped(by, new BasisPoints(mapped.factor())));
        }
        return mapped.factor() == MappedSkill.WHOLE ? Optional.of(alignment) : Optional.empty();
    }

    private static @Nullable Level level(MappedSkill mapped, OptionalInt reached) {
        if (reached.isPresent()) {
            return new Level(reached.getAsInt());
        }
        Integer level = mapped.level();
        return level == null ? null : new Level(level);
    }
}
