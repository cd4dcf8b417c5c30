package dev.assay.hiring.evidence.web;

import dev.assay.hiring.evidence.Criterion;
import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.RubricContent;
import dev.assay.hiring.skills.SkillId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rubric as it is sent, and as a merge patch leaves it. */
record RubricRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull EvidenceMethod method,
        @NotNull UUID skillId,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid CriterionRequest> criteria,
        @Nullable Boolean retired) {

    record CriterionRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(min = 5, max = 5) List<@NotBlank @Size(max = 1_000) String> levels) {}

    static RubricRequest of(Rubric rubric) {
        RubricContent content = rubric.content();
        return new RubricRequest(
                content.name(),
                content.method(),
                content.skill().value(),
                content.criteria().stream()
                        .map(one -> new CriterionRequest(one.name(), one.levels()))
                        .toList(),
                content.retired());
    }

    RubricContent content() {
        return new RubricContent(
                name,
                method,
                new SkillId(skillId),
                criteria.stream().map(one -> new Criterion(one.name(), one.levels())).toList(),
                Objects.requireNonNullElse(retired, false));
    }
}
