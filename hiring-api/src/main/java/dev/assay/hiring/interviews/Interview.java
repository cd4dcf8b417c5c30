package dev.assay.hiring.interviews;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Times proposed for an interview, and the one that was taken.
 *
 * @param location a place or an address to dial into; empty once the candidate is erased
 */
public record Interview(
        InterviewId id,
        ApplicationId application,
        CandidateId candidate,
        InterviewState state,
        List<Slot> slots,
        Optional<Slot> booked,
        Optional<String> location,
        Optional<String> note,
        Version version,
        Instant createdAt,
        Instant updatedAt) {

    public Interview {
        slots = List.copyOf(slots);
    }
}
