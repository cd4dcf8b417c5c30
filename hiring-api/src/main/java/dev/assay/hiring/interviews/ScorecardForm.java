package dev.assay.hiring.interviews;

import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.skills.Skill;
import java.util.List;

/** What an interviewer is asked about an applicant to a job: the skills it asks for. */
public record ScorecardForm(List<Attribute> attributes) {

    public ScorecardForm {
        attributes = List.copyOf(attributes);
    }

    /**
     * One skill.
     *
     * @param rubrics those for structured interviews that rate it
     */
    public record Attribute(Skill skill, boolean mustHave, List<Rubric> rubrics) {

        public Attribute {
            rubrics = List.copyOf(rubrics);
        }
    }
}
