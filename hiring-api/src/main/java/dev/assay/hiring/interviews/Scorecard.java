package dev.assay.hiring.interviews;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.SkillId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one interviewer thinks of a candidate in one phase; final.
 *
 * @param phase of the application, when it was handed in
 * @param interviewer as audit rows name them
 * @param note empty when nothing was written, or once the candidate is erased
 */
public record Scorecard(
        UUID id,
        ApplicationId application,
        CandidateId candidate,
        String phase,
        String interviewer,
        Impression recommendation,
        List<Attribute> attributes,
        Optional<String> note,
        Instant submittedAt) {

    public Scorecard {
        attributes = List.copyOf(attributes);
    }

    /** With what was rated alone. */
    Scorecard withoutWords() {
        return new Scorecard(
                id,
                application,
                candidate,
                phase,
                interviewer,
                recommendation,
                attributes.stream()
                        .map(one ->
                                new Attribute(
                                        one.skill(),
                                        one.impression(),
                                        one.evidenceId(),
                                        Optional.empty()))
                        .toList(),
                Optional.empty(),
                submittedAt);
    }

    /**
     * One skill.
     *
     * @param evidenceId what was recorded of it as evidence
     */
    public record Attribute(
            SkillId skill,
            Impression impression,
            Optional<UUID> evidenceId,
            Optional<String> note) {}
}
