package dev.assay.hiring.interviews;

import dev.assay.hiring.evidence.Rating;
import dev.assay.hiring.skills.SkillId;
import java.util.List;
import java.util.Optional;

/**
 * A scorecard as an interviewer hands it in.
 *
 * @param attributes skills the job asks for, each once
 * @param note sealed
 */
public record ScorecardDraft(
        Impression recommendation, List<Attribute> attributes, Optional<String> note) {

    public ScorecardDraft {
        attributes = List.copyOf(attributes);
    }

    /**
     * One skill.
     *
     * @param note sealed
     * @param rating by a rubric for structured interviews: becomes evidence, and counts
     */
    public record Attribute(
            SkillId skill, Impression impression, Optional<String> note, Optional<Rating> rating) {}
}
