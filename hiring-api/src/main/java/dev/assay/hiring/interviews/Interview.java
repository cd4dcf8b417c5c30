package dev.assay.hiring.interviews;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Times proposed for an interview, and the one that was taken.
 *
 * @param location a place or an address to dial into, with a pseudonym for the name of a candidate
 *     who is reviewed blind; empty once the candidate is erased
 * @param note to the candidate; empty while they are reviewed blind, too
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

    /** The same without the note to the candidate, and with another place. */
    Interview blind(UnaryOperator<String> place) {
        return new Interview(
                id,
                application,
                candidate,
                state,
                slots,
                booked,
                location.map(place),
                Optional.empty(),
                version,
                createdAt,
                updatedAt);
    }
}
