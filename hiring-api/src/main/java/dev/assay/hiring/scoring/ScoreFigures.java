package dev.assay.hiring.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A score without its explanation, as events tell of it. */
record ScoreFigures(
        @Nullable BigDecimal score,
        @Nullable BigDecimal potential,
        String lane,
        String mustHaves,
        String inputsDigest) {

    static ScoreFigures of(Score score) {
        return new ScoreFigures(
                score.score(),
                score.potential(),
                score.lane(),
                score.mustHaves(),
                score.inputsDigest());
    }
}
