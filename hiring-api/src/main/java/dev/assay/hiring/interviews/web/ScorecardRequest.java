package dev.assay.hiring.interviews.web;

import dev.assay.hiring.evidence.Rating;
import dev.assay.hiring.evidence.RubricId;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.interviews.Impression;
import dev.assay.hiring.interviews.ScorecardDraft;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scorecard as it is sent. */
record ScorecardRequest(
        @NotNull Impression recommendation,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid ScorecardAttributeRequest> attributes,
        @Nullable @Size(max = 5_000) String note) {

    record ScorecardAttributeRequest(
            @NotNull UUID skillId,
            @NotNull Impression rating,
            @Nullable @Size(max = 5_000) String note,
            @Nullable @Valid ScorecardRatingRequest byRubric) {

        ScorecardDraft.Attribute attribute() {
            return new ScorecardDraft.Attribute(
                    new SkillId(skillId),
                    rating,
                    Optional.ofNullable(note),
                    Optional.ofNullable(byRubric).map(given -> given.rating(note)));
        }
    }

    record ScorecardRatingRequest(
            @NotNull UUID rubricId,
            @NotNull @Min(1) Integer rubricVersion,
            @NotEmpty @Size(max = 20) List<@NotNull @Min(1) @Max(5) Integer> ratings,
            @NotNull Supervision supervision,
            @NotNull LocalDate performedOn) {

        Rating rating(@Nullable String note) {
            return new Rating(
                    new RubricId(rubricId),
                    new Version(rubricVersion),
                    ratings,
                    supervision,
                    performedOn,
                    Optional.ofNullable(note));
        }
    }

    ScorecardDraft draft() {
        return new ScorecardDraft(
                recommendation,
                attributes.stream().map(ScorecardAttributeRequest::attribute).toList(),
                Optional.ofNullable(note));
    }
}
