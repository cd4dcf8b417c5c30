package dev.assay.hiring.applications;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;

/** One candidate's application to one job. */
public record Application(
        ApplicationId id,
        JobId job,
        CandidateId candidate,
        ApplicationPhase phase,
        Instant submittedAt,
        String submittedBy,
        ApplicationSource source,
        Version version) {}
