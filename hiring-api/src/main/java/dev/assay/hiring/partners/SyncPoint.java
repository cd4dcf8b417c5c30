package dev.assay.hiring.partners;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far a partner's copy of the postings goes: at each employer, up to which event, and for which
 * jobs. Kept here, since the employers may be many and what was granted is the employer's to
 * change.
 *
 * @param begunAt when the walk began that ends with this
 */
record SyncPoint(UUID id, UUID partner, Instant begunAt, List<Place> places) {

    SyncPoint {
        places = List.copyOf(places);
    }

    /**
     * @param sequence the last event that had its number
     * @param reach the jobs that were granted
     */
    record Place(EmployerId employer, long sequence, JobReach reach) {}
}
