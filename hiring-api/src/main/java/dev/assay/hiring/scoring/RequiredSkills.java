package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.Alignment;
import dev.assay.hiring.skills.Kinship;
import dev.assay.hiring.skills.Skill;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The skills a job asks for, as seen from those that credentials show.
 *
 * @param byUri what is asked for
 * @param kin how other skills relate to them, by published vocabularies
 */
record RequiredSkills(Map<String, Skill> byUri, Map<String, Map<String, Kinship>> kin) {

    /** What a shown skill says for each skill that is asked for; nothing for the unrelated. */
    Map<Skill, Alignment> alignments(String shown) {
        Map<Skill, Alignment> alignments = new HashMap<>();
        kin.getOrDefault(shown, Map.of())
                .forEach((asked, kinship) ->
                        Optional.ofNullable(byUri.get(asked))
                                .ifPresent(skill -> alignments.put(skill, of(kinship))));
        Optional.ofNullable(byUri.get(shown))
                .ifPresent(skill -> alignments.put(skill, new Alignment.Exact()));
        return alignments;
    }

    private static Alignment of(Kinship kinship) {
        return switch (kinship) {
            case Kinship.Equivalent() -> new Alignment.Crosswalk();
            case Kinship.Narrower(int steps) -> new Alignment.Narrower(steps);
            case Kinship.Broader() -> new Alignment.Broader();
        };
    }
}
