package dev.assay.hiring.intake;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.shared.ApplicationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An application as lists show it: with the figures of its score, and without their explanation.
 *
 * @param figures absent of who left the rankings
 * @param flagged whether something came to light after it was decided
 */
public record ListedApplication(
        ApplicationId id,
        JobId job,
        CandidateId candidate,
        ApplicationPhase phase,
        Optional<StageId> stage,
        Instant submittedAt,
        ApplicationSource source,
        Optional<Figures> figures,
        boolean flagged) {

    /**
     * What a ranking goes by.
     *
     * @param score empty in the lane without evidence
     */
    public record Figures(
            Optional<BigDecimal> score,
            Optional<BigDecimal> potential,
            Optional<Integer> band,
            String lane,
            String mustHaves) {}
}
