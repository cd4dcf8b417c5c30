package dev.assay.admin.applications;

import dev.assay.admin.scoring.RequirementLine;
import dev.assay.admin.scoring.ScoreBar;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score with its reasons.
 *
 * @param score the figure, or null for somebody who showed no evidence
 * @param roads how one more item can be had
 * @param potential what the score would be once open items are settled; null if that is the same
 */
record ScoreCard(
        @Nullable String score,
        @Nullable String potential,
        String standing,
        @Nullable Badge mustHaves,
        ScoreBar bar,
        String policy,
        @Nullable Moment computed,
        List<RequirementLine> needs,
        List<String> roads,
        List<Counterfactual> counterfactuals) {

    ScoreCard {
        needs = List.copyOf(needs);
        roads = List.copyOf(roads);
        counterfactuals = List.copyOf(counterfactuals);
    }

    /** What one more item would add in one skill, by each of the roads. */
    record Counterfactual(String skill, List<String> gains) {

        Counterfactual {
            gains = List.copyOf(gains);
        }
    }
}
