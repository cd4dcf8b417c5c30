package dev.assay.admin.rubrics;

import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rubrics in words. */
@Component
class RubricWords {

    private final Skills skills;
    private final Words words;
    private final Moments moments;

    RubricWords(Skills skills, Words words, Moments moments) {
        this.skills = skills;
        this.words = words;
        this.moments = moments;
    }

    List<RubricRow> rows(Actor actor, List<Rubric> rubrics) {
        Map<SkillId, Skill> named =
                skills.withIds(actor, rubrics.stream().map(one -> one.content().skill()).toList());
        return rubrics.stream().map(rubric -> row(rubric, named)).toList();
    }

    private RubricRow row(Rubric rubric, Map<SkillId, Skill> named) {
        Skill skill = named.get(rubric.content().skill());
        return new RubricRow(
                rubric.id().toString(),
                rubric.version().value(),
                rubric.content().name(),
                words.say("evidence.kind." + rubric.content().method().wireName()),
                skill == null ? words.say("rubric.skill-gone") : skill.label(),
                rubric.content().criteria(),
                rubric.content().retired(),
                moments.of(rubric.updatedAt()));
    }
}
