package dev.assay.hiring.partners;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.ApplicationId;
import java.time.Instant;
import java.util.UUID;

/**
 * An application that a partner handed in has come to stand somewhere.
 *
 * @param sequence its place among all that this partner is told at this employer: from 1, without a
 *     gap, and never there before all lower ones are
 * @param attributed whether the application is this partner's, from its beginning to the hire
 */
public record PartnerEvent(
        UUID id,
        long sequence,
        ApplicationId application,
        JobId job,
        ApplicationPhase phase,
        Instant occurredAt,
        boolean attributed) {

    /** What such an event is called. */
    public static final String TYPE = "application.status-changed";
}
