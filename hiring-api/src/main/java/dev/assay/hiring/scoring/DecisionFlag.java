package dev.assay.hiring.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that came to light after a decision and would have given another score. The decision
 * and its score stand as they were; whoever decides may want to know.
 *
 * @param cause what came to light, as the causes of scores
 * @param phase what had been decided
 */
public record DecisionFlag(
        UUID id,
        Instant notedAt,
        String cause,
        String phase,
        @Nullable BigDecimal scoreThen,
        @Nullable BigDecimal scoreNow,
        String mustHavesThen,
        String mustHavesNow) {}
