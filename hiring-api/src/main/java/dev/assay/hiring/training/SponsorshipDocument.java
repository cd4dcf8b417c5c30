package dev.assay.hiring.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.scoring.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to pay a credential for, and whom to train. Immutable. Amounts are in {@link #currency}, at
 * their most likely.
 *
 * @param outcome {@code planned}, or {@code over-budget} when the budget is too small for what only
 *     credentials cover
 * @param bound no plan costs less
 * @param gap the share of the cost that a better plan could save at most
 * @param proof {@code best} when no plan is cheaper, {@code time-up} when the search ended before
 *     that was known
 * @param left skills of the role that nothing on offer covers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SponsorshipDocument(
        UUID id,
        Instant madeAt,
        UUID roleProfileId,
        LocalDate asOf,
        String currency,
        String outcome,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal bound,
        @Nullable BigDecimal gap,
        @Nullable String proof,
        List<Choice> choices,
        List<Score.Skill> left,
        List<EstimateDocument.WarningLine> warnings) {

    /**
     * What one hire does.
     *
     * @param hire their place in the order, from 0
     * @param sponsored credentials to pay for
     * @param trained modules to take
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Choice(
            int hire, @Nullable UUID applicationId, List<String> sponsored, List<UUID> trained) {}
}
