package dev.assay.hiring.scoring.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score and everything needed to explain and recompute it.
 *
 * <p>The lane tells what the candidate did: {@link Lane#NO_EVIDENCE} exactly when no item was
 * offered. Score and potential are null in that lane, and also when the job names no requirements:
 * nothing was asked, so nothing was measured.
 *
 * @param counterfactuals by requirement in the job's order, then by road; none that would gain
 *     nothing
 * @param inputsDigest of the canonical inputs, whatever order they came in
 */
public record ScoreResult(
        @Nullable Points score,
        @Nullable Points potential,
        Lane lane,
        MustHaves mustHaves,
        List<RequirementScore> requirements,
        List<Counterfactual> counterfactuals,
        PolicyRef policy,
        int engineVersion,
        LocalDate submittedOn,
        InputsDigest inputsDigest) {

    public ScoreResult {
        requirements = List.copyOf(requirements);
        counterfactuals = List.copyOf(counterfactuals);
        if ((score == null) != (potential == null)) {
            throw new IllegalArgumentException("score and potential are given together or not");
        }
    }
}
