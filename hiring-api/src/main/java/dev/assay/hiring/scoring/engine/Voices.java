package dev.assay.hiring.scoring.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What independent groups say together. Each group is one voice, as strong as its best item; the
 * strongest is the basis and the second removes a part of the remaining doubt. A third adds
 * nothing.
 */
record Voices(List<Strength> strongestFirst) {

    private static final Voices NOBODY = new Voices(List.of());

    /** Of the items that count, or of those and the open ones. */
    static Voices of(List<ScoredEvidence> evidence, boolean withOpen) {
        if (evidence.isEmpty()) {
            return NOBODY;
        }
        Map<IndependenceGroup, Strength> best = new HashMap<>();
        for (ScoredEvidence one : evidence) {
            if (withOpen || !one.open()) {
                best.merge(one.group(), one.strength(), Voices::stronger);
            }
        }
        return sorted(new ArrayList<>(best.values()));
    }

    /** The same with one voice more, of a group that has not spoken yet. */
    Voices and(Strength another) {
        List<Strength> all = new ArrayList<>(strongestFirst);
        all.add(another);
        return sorted(all);
    }

    Strength together(BasisPoints secondVoice) {
        return voice(0).seconded(voice(1), secondVoice);
    }

    private Strength voice(int index) {
        return index < strongestFirst.size() ? strongestFirst.get(index) : Strength.NONE;
    }

    private static Voices sorted(List<Strength> strengths) {
        strengths.sort(Comparator.reverseOrder());
        return new Voices(strengths);
    }

    private static Strength stronger(Strength one, Strength other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
