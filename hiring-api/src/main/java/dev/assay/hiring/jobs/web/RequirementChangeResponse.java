package dev.assay.hiring.jobs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.RequirementChange;
import dev.assay.hiring.jobs.SkillLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RequirementChangeResponse(
        int version,
        List<AskedResponse> before,
        List<AskedResponse> after,
        boolean frozen,
        Optional<String> reason,
        String changedBy,
        Instant changedAt) {

    static RequirementChangeResponse of(RequirementChange change) {
        return new RequirementChangeResponse(
                change.version().value(),
                change.before().stream().map(AskedResponse::of).toList(),
                change.after().stream().map(AskedResponse::of).toList(),
                change.frozen(),
                change.reason(),
                change.changedBy(),
                change.changedAt());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskedResponse(UUID skillId, int importance, boolean mustHave, @Nullable Integer level) {

        static AskedResponse of(Requirement requirement) {
            SkillLevel level = requirement.level();
            return new AskedResponse(
                    requirement.skill().value(),
                    requirement.importance().value(),
                    requirement.mustHave(),
                    level == null ? null : level.value());
        }
    }
}
