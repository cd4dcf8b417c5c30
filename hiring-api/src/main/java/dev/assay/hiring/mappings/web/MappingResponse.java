package dev.assay.hiring.mappings.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.mappings.CredentialMapping;
import dev.assay.hiring.mappings.MappedSkill;
import dev.assay.hiring.mappings.MappingContent;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record MappingResponse(
        UUID id,
        int version,
        UUID issuerId,
        MappedAchievementResponse achievement,
        List<MappedSkillResponse> skills,
        List<ResultLevelResponse> levels,
        boolean retired,
        @Nullable String note,
        String confirmedBy,
        Instant confirmedAt,
        Instant createdAt) {

    static MappingResponse of(CredentialMapping mapping, Map<SkillId, Skill> skills) {
        MappingContent content = mapping.content();
        return new MappingResponse(
                mapping.id().value(),
                mapping.version().value(),
                content.issuer().value(),
                new MappedAchievementResponse(content.achievementId(), content.achievementName()),
                content.skills().stream().map(one -> MappedSkillResponse.of(one, skills)).toList(),
                content.levels().stream()
                        .map(one -> new ResultLevelResponse(one.result(), one.level()))
                        .toList(),
                content.retired(),
                content.note(),
                mapping.confirmedBy(),
                mapping.updatedAt(),
                mapping.createdAt());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MappedAchievementResponse(@Nullable String id, @Nullable String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MappedSkillResponse(NamedSkillResponse skill, int factor, @Nullable Integer level) {

        static MappedSkillResponse of(MappedSkill mapped, Map<SkillId, Skill> skills) {
            Skill skill =
                    Objects.requireNonNull(skills.get(mapped.skill()), "a mapped skill is gone");
            return new MappedSkillResponse(
                    new NamedSkillResponse(
                            skill.id().value(), skill.uri().toString(), skill.label()),
                    mapped.factor(),
                    mapped.level());
        }
    }

    record NamedSkillResponse(UUID id, String uri, String name) {}

    record ResultLevelResponse(String result, int level) {}
}
