package dev.assay.hiring.interviews;

import dev.assay.hiring.shared.InvalidInput;
import java.util.List;
import java.util.Optional;

/**
 * Times that are proposed.
 *
 * @param location a place or an address to dial into
 */
public record InterviewProposal(List<Slot> slots, String location, Optional<String> note) {

    /**
     * @throws InvalidInput when a time is proposed twice
     */
    public InterviewProposal {
        slots = List.copyOf(slots);
        if (slots.stream().map(Slot::start).distinct().count() < slots.size()) {
            throw new InvalidInput("/slots", "must begin at different times");
        }
    }
}
