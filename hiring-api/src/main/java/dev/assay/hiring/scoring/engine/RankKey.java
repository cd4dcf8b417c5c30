package dev.assay.hiring.scoring.engine;

import java.util.Comparator;

/**
 * Where an application stands among the ranked applications of its job; the natural order is best
 * first. Those who may have all must-haves come before those who have not shown one; then the
 * higher potential, so that a doubt of ours costs nobody a place; then the lot.
 *
 * @param mustHavesPossible whether every must-have is met or open, or the job has none
 * @param potential as ten-thousandths of a point; 0 when nothing was measured
 * @param lot {@link Candidacy#lot()}
 */
public record RankKey(boolean mustHavesPossible, int potential, String lot)
        implements Comparable<RankKey> {

    private static final Comparator<RankKey> BEST_FIRST =
            Comparator.comparing(RankKey::mustHavesPossible, Comparator.reverseOrder())
                    .thenComparing(RankKey::potential, Comparator.reverseOrder())
                    .thenComparing(RankKey::lot);

    /** Refuses results of the lane without evidence: they are not ranked against anybody. */
    public static RankKey of(ScoreResult result, Candidacy candidacy) {
        if (result.lane() != Lane.RANKED) {
            throw new IllegalArgumentException("lane '" + result.lane().code() + "' has no ranks");
        }
        return new RankKey(mayHaveMustHaves(result), potentialOf(result), candidacy.lot());
    }

    /** The first of the key, as far as the result alone says. */
    public static boolean mayHaveMustHaves(ScoreResult result) {
        return result.mustHaves() != MustHaves.NOT_SHOWN;
    }

    /** The second of the key, as far as the result alone says. */
    public static int potentialOf(ScoreResult result) {
        Points potential = result.potential();
        return potential == null ? 0 : potential.tenThousandths();
    }

    @Override
    public int compareTo(RankKey other) {
        return BEST_FIRST.compare(this, other);
    }
}
