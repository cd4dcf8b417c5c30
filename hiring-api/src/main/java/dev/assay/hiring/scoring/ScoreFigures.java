package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.scoring.engine.ScoreResult;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A score without its explanation, as events tell of it. */
record ScoreFigures(
        @Nullable BigDecimal score,
        @Nullable BigDecimal potential,
        String lane,
        String mustHaves,
        String inputsDigest) {

    static ScoreFigures of(ScoreResult result) {
        Points score = result.score();
        Points potential = result.potential();
        return new ScoreFigures(
                score == null ? null : score.value(),
                potential == null ? null : potential.value(),
                result.lane().code(),
                result.mustHaves().code(),
                result.inputsDigest().hex());
    }

    static ScoreFigures of(Score score) {
        return new ScoreFigures(
                score.score(),
                score.potential(),
                score.lane(),
                score.mustHaves(),
                score.inputsDigest());
    }
}
