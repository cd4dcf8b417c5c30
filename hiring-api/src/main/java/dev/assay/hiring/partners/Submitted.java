package dev.assay.hiring.partners;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PersonId;
import java.time.Instant;

/**
 * An application as the partner sees it that handed it in: where it stands, and nothing of the
 * person but that the partner named them.
 *
 * @param receivedAt when this partner handed it in last
 */
public record Submitted(
        ApplicationId id,
        JobId job,
        ApplicationPhase phase,
        Instant receivedAt,
        Instant movedAt,
        PersonId person) {}
