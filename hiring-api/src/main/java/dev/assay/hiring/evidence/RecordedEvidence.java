package dev.assay.hiring.evidence;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the employer saw a candidate do.
 *
 * @param level what the ratings come to, 1 to 5
 * @param ratedBy the person who rated it, as audit rows name them
 * @param withdrawnAt since when it counts no more
 */
public record RecordedEvidence(
        RecordedEvidenceId id,
        ApplicationId application,
        CandidateId candidate,
        EvidenceMethod method,
        SkillId skill,
        RubricId rubric,
        Version rubricVersion,
        List<Integer> ratings,
        int level,
        Supervision supervision,
        LocalDate performedOn,
        String ratedBy,
        Instant recordedAt,
        Optional<Instant> withdrawnAt) {

    public RecordedEvidence {
        ratings = List.copyOf(ratings);
    }
}
