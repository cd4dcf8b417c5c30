package dev.assay.hiring.scoring;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.skills.Skills;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the text of an achievement that states no skill mentions of everything that is known,
 * whatever a job asks for. It counts nothing: it is put before a person.
 */
@Component
class VocabularySuggestions {

    private static final int MOST_LOOKED_AT = 60;
    private static final int MOST = 20;

    private final Skills skills;

    VocabularySuggestions(Skills skills) {
        this.skills = skills;
    }

    List<Suggested> mentioned(Actor actor, List<UnexplainedAchievement> achievements) {
        return achievements.stream()
                .flatMap(one ->
                        one
                                .mentioned(
                                        skills.called(
                                                actor, one.mentions().phrases(), MOST_LOOKED_AT))
                                .stream()
                                .limit(MOST))
                .toList();
    }
}
