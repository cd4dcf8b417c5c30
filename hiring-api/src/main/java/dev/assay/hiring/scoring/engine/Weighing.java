package dev.assay.hiring.scoring.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Turns the strength of one requirement into its share of a hundred points. */
record Weighing(Requirement requirement, int totalWeight, ScoringPolicy policy) {

    static BigDecimal weigh(Requirement requirement, BigDecimal strength) {
        return strength.multiply(BigDecimal.valueOf(requirement.importance().value()));
    }

    RequirementScore score(Appraisal appraisal) {
        Strength strength = appraisal.counted().together(policy.secondVoice());
        Strength potential = appraisal.countedAndOpen().together(policy.secondVoice());
        return new RequirementScore(
                requirement,
                appraisal.state(),
                strength,
                potential,
                points(strength.value()),
                points(potential.value()),
                points(BigDecimal.ONE),
                appraisal.evidence(),
                appraisal.ignored());
    }

    /** What each road would add for this requirement alone, leaving out those that add nothing. */
    List<Counterfactual> counterfactuals(Voices counted) {
        Strength now = counted.together(policy.secondVoice());
        List<Counterfactual> gaining = new ArrayList<>();
        for (Counterfactual.Road road : Counterfactual.Road.values()) {
            Strength then = counted.and(road.strength(policy)).together(policy.secondVoice());
            Points gain = points(then.value().subtract(now.value()));
            if (gain.tenThousandths() > 0) {
                gaining.add(new Counterfactual(requirement.skill(), gain, road));
            }
        }
        return gaining;
    }

    private Points points(BigDecimal strength) {
        return Points.outOf(totalWeight, weigh(requirement, strength));
    }
}
