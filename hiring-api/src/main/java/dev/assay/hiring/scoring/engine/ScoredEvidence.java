package dev.assay.hiring.scoring.engine;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one item says for one requirement, and how that was reckoned.
 *
 * @param meets whether this item alone meets the requirement, or would once it is settled
 * @param levelUnstated whether a level was required and the item states none (note {@code
 *     level-unstated}), so it counts as level 1
 * @param openBecause the doubt that keeps the item open, or null when it counts; the factors of an
 *     open item are those it would have without that doubt
 */
public record ScoredEvidence(
        ItemRef item,
        EvidenceKind kind,
        IndependenceGroup group,
        Factors factors,
        boolean meets,
        boolean levelUnstated,
        @Nullable IgnoreReason openBecause) {

    /** The note about an unstated level, as named in documents. */
    public static final String LEVEL_UNSTATED = "level-unstated";

    /**
     * Strongest first. Everything else only breaks ties, and breaks all of them, so that no result
     * depends on the order of the inputs.
     */
    static final Comparator<ScoredEvidence> STRONGEST_FIRST =
            Comparator.comparingInt((ScoredEvidence e) -> -e.factors().weight())
                    .thenComparing(ScoredEvidence::open)
                    .thenComparing(ScoredEvidence::meets, Comparator.reverseOrder())
                    .thenComparing(ScoredEvidence::item)
                    .thenComparing(e -> e.factors().alignment(), Comparator.reverseOrder())
                    .thenComparing(e -> e.factors().level(), Comparator.reverseOrder())
                    .thenComparing(ScoredEvidence::levelUnstated);

    public Strength strength() {
        return factors.strength();
    }

    /** The factor to improve first. */
    public Factor limiting() {
        return factors.limiting();
    }

    /** Whether it enters the potential but not yet the score. */
    public boolean open() {
        return openBecause != null;
    }
}
