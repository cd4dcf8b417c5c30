package dev.assay.hiring.scoring.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
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
        return Strength.of(authority, Collections.min(besidesAuthority().values()));
    }

    /**
     * The smallest of all factors. On a tie the first of alignment, level, assessment, recency,
     * authority: what the candidate can still change is named before who vouched for it.
     */
    public Factor limiting() {
        Map<Factor, BasisPoints> all = besidesAuthority();
        all.put(Factor.AUTHORITY, authority);
        BasisPoints smallest = Collections.min(all.values());
        if (smallest.equals(BasisPoints.FULL)) {
            return Factor.NONE;
        }
        all.values().retainAll(Collections.singleton(smallest));
        return all.keySet().iterator().next();
    }

    private Map<Factor, BasisPoints> besidesAuthority() {
        Map<Factor, BasisPoints> others = new EnumMap<>(Factor.class);
        others.put(Factor.ALIGNMENT, alignment);
        others.put(Factor.LEVEL, level);
        others.put(Factor.ASSESSMENT, assessment);
        if (recency != null) {
            others.put(Factor.RECENCY, recency);
        }
        return others;
    }
}
