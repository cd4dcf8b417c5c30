package dev.assay.hiring.scoring.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Scores an application by what is proven.
 *
 * <pre>
 * strength of an item        = authority × the smallest of alignment, level, assessment, recency
 * strength of a requirement  = best + (1 − best) × best of another group / 4
 * score                      = 100 × Σ importance × strength / Σ importance
 * </pre>
 *
 * The potential is the same with open items counted. Strengths are exact decimals, so the division
 * by the weights is the only rounding: HALF_EVEN, four places. Promises 0 ≤ score ≤ potential ≤
 * 100, that more proof never lowers anything, and the same digits for the same inputs in any order.
 */
public final class ScoringEngine {

    /** Raised whenever the same inputs could give other digits. */
    public static final int VERSION = 1;

    private ScoringEngine() {}

    /** Scores one application. */
    public static ScoreResult score(ScoringInput input) {
        EvidenceReader reader = new EvidenceReader(input.policy(), input.submittedOn());
        int totalWeight = 0;
        for (Requirement requirement : input.requirements()) {
            totalWeight += requirement.importance().value();
        }
        List<RequirementScore> requirements = new ArrayList<>();
        List<Counterfactual> counterfactuals = new ArrayList<>();
        for (Requirement requirement : input.requirements()) {
            Appraisal appraisal = new Appraisal(requirement, input.evidence(), reader);
            Weighing weighing = new Weighing(requirement, totalWeight, input.policy());
            requirements.add(weighing.score(appraisal));
            counterfactuals.addAll(weighing.counterfactuals(appraisal.counted()));
        }
        boolean measured = !input.requirements().isEmpty() && !input.evidence().isEmpty();
        return new ScoreResult(
                measured ? total(requirements, totalWeight, RequirementScore::strength) : null,
                measured ? total(requirements, totalWeight, RequirementScore::potential) : null,
                input.evidence().isEmpty() ? Lane.NO_EVIDENCE : Lane.RANKED,
                MustHaves.of(requirements),
                requirements,
                counterfactuals,
                input.policy().ref(),
                VERSION,
                input.submittedOn(),
                InputsDigest.of(input));
    }

    private static Points total(
            List<RequirementScore> requirements,
            int totalWeight,
            Function<RequirementScore, Strength> part) {
        BigDecimal weighed = BigDecimal.ZERO;
        for (RequirementScore one : requirements) {
            weighed = weighed.add(Weighing.weigh(one.requirement(), part.apply(one).value()));
        }
        return Points.outOf(totalWeight, weighed);
    }
}
