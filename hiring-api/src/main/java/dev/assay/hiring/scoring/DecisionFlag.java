package dev.assay.hiring.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that came to light after a decision and would have given another score. The decision
 * and its score stand as they were; whoever decides may want to know, and settles it.
 *
 * @param jobId null of flags that an older version noted
 * @param cause what came to light, as the causes of scores
 * @param phase what had been decided
 * @param settledBy who looked at it; whoever took the decision back has, too
 * @param settledBecause what they wrote; empty when nothing, or once the candidate is erased
 */
public record DecisionFlag(
        UUID id,
        UUID applicationId,
        @Nullable UUID jobId,
        Instant notedAt,
        String cause,
        String phase,
        @Nullable BigDecimal scoreThen,
        @Nullable BigDecimal scoreNow,
        String mustHavesThen,
        String mustHavesNow,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> settledAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> settledBy,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> settledBecause) {

    DecisionFlag because(Optional<String> reason) {
        return new DecisionFlag(
                id,
                applicationId,
                jobId,
                notedAt,
                cause,
                phase,
                scoreThen,
                scoreNow,
                mustHavesThen,
                mustHavesNow,
                settledAt,
                settledBy,
                reason);
    }
}
