package dev.assay.hiring.scoring.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What independent groups say together. Each group is one voice, as strong as its best item; the
 * strongest is the basis and the second removes a part of the remaining doubt. A third adds
 * nothing.
 */
record Voices(Strength strongest, Strength second) {

    private static final Voices NOBODY = new Voices(Strength.NONE, Strength.NONE);

    /** Of the items that count, or of those and the open ones. */
    static Voices of(List<ScoredEvidence> evidence, boolean withOpen) {
        if (evidence.isEmpty()) {
            return NOBODY;
        }
        Map<IndependenceGroup, Strength> best = HashMap.newHashMap(evidence.size());
        for (ScoredEvidence one : evidence) {
            if (withOpen || !one.open()) {
                best.merge(one.group(), one.strength(), Voices::stronger);
            }
        }
        Voices all = NOBODY;
        for (Strength voice : best.values()) {
            all = all.and(voice);
        }
        return all;
    }

    /** The same with one voice more, of a group that has not spoken yet. */
    Voices and(Strength another) {
        return another.compareTo(strongest) > 0
                ? new Voices(another, strongest)
                : new Voices(strongest, stronger(second, another));
    }

    Strength together(BasisPoints secondVoice) {
        return strongest.seconded(second, secondVoice);
    }

    private static Strength stronger(Strength one, Strength other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
