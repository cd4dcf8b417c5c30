package dev.assay.hiring.applications;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * One candidate's application to one job.
 *
 * @param stage the job's stage inside the phase; empty where the job has none there, and once it is
 *     no longer open
 * @param movedAt since when it stands where it stands
 */
public record Application(
        ApplicationId id,
        JobId job,
        CandidateId candidate,
        ApplicationPhase phase,
        Optional<StageId> stage,
        Instant submittedAt,
        Instant movedAt,
        String submittedBy,
        ApplicationSource source,
        Version version) {}
