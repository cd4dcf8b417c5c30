package dev.assay.hiring.scoring.engine;

import org.jspecify.annotations.Nullable;

/**
 * The factors of one item for one requirement.
 *
 * @param recency null unless the policy opts in for the skill
 */
public record Factors(
        BasisPoints authority,
        BasisPoints alignment,
        BasisPoints level,
        BasisPoints assessment,
        @Nullable BasisPoints recency) {

    /** Authority times the smallest of the others. */
    public Strength strength() {
        return Strength.of(authority, weakestOther());
    }

    /**
     * The smallest of all factors. On a tie the first of alignment, level, assessment, recency,
     * authority: what the candidate can still change is named before who vouched for it.
     */
    public Factor limiting() {
        BasisPoints smallest = weakestOther().atMost(authority);
        if (smallest.equals(BasisPoints.FULL)) {
            return Factor.NONE;
        }
        if (alignment.equals(smallest)) {
            return Factor.ALIGNMENT;
        }
        if (level.equals(smallest)) {
            return Factor.LEVEL;
        }
        if (assessment.equals(smallest)) {
            return Factor.ASSESSMENT;
        }
        return smallest.equals(recency) ? Factor.RECENCY : Factor.AUTHORITY;
    }

    /** Orders factors as their strengths are ordered. */
    int weight() {
        return authority.value() * weakestOther().value();
    }

    private BasisPoints weakestOther() {
        BasisPoints weakest = alignment.atMost(level).atMost(assessment);
        return recency == null ? weakest : weakest.atMost(recency);
    }
}
