package dev.assay.hiring.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What finished trainings say about the estimates of a role.
 *
 * @param leftEarly how many of the actuals ended before their end; each counts by what it would
 *     have come to
 * @param inherited how many trainings of the roles above it the belief began with
 * @param holdOut absent while there are too few to learn from some and be asked about others
 * @param achievements the same for those who had a credential for an achievement; an association,
 *     since who has one chose to get it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalibrationReport(
        UUID roleProfileId,
        int actuals,
        int leftEarly,
        int inherited,
        Belief belief,
        @Nullable Judgement holdOut,
        List<OfAchievement> achievements,
        List<PassChance> testOuts,
        List<EstimateDocument.WarningLine> warnings) {

    /**
     * About the factor between predicted and real cost: its logarithm is normal-inverse-gamma with
     * these four, and the next training's factor has these percentiles.
     */
    public record Belief(
            BigDecimal mean,
            BigDecimal weight,
            BigDecimal shape,
            BigDecimal scale,
            BigDecimal p10,
            BigDecimal p50,
            BigDecimal p90) {}

    /** How later trainings judge what was learned from earlier ones. */
    public record Judgement(
            int learned,
            int judged,
            int covered,
            boolean coverageFits,
            BigDecimal crps,
            BigDecimal crpsBefore,
            BigDecimal pinballP90) {}

    /** What the trainings of those with one achievement say. */
    public record OfAchievement(String achievement, int actuals, Belief belief) {}

    /** What is known about passing the test-out of a module. */
    public record PassChance(UUID moduleId, int passes, int tries, BigDecimal chance) {}
}
