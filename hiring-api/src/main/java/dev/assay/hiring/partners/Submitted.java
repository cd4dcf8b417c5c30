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
 * @param attributed whether it is this partner's from here to the hire: not where the person had
 *     applied another way before
 */
public record Submitted(
        ApplicationId id,
        JobId job,
        ApplicationPhase phase,
        Instant receivedAt,
        Instant movedAt,
        boolean attributed,
        PersonId person) {}
