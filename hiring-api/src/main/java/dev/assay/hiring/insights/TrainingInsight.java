package dev.assay.hiring.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What trainings of a role came to, by what the hires had shown. */
public record TrainingInsight(UUID roleProfileId, List<Group> groups, List<Reference> references) {

    /**
     * Some of the hires.
     *
     * @param group {@code all}, {@code with-credentials}, {@code without} or {@code achievement}
     * @param achievement whose, in a group of that kind
     * @param costRatio actual over predicted cost of training
     * @param weeksTo95 weeks until nearly fully productive, and what the role had assumed
     * @param rating after 90 days, from the hire where one was given there
     * @param premiumPaid in percent, from the accepted offer where there is one, and what the
     *     estimates had said it may be
     * @param premiumAboveCeiling paid less ceiling, pair by pair; below 0 where it paid off
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            String group,
            @Nullable String achievement,
            Interval costRatio,
            Interval weeksTo95,
            Interval weeksAssumed,
            Interval rating,
            Interval premiumPaid,
            Interval premiumCeiling,
            Interval premiumAboveCeiling,
            List<Caution> cautions) {}
}
