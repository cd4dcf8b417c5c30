package dev.assay.hiring.candidates;

import dev.assay.hiring.shared.PersonId;
import java.util.UUID;

/** One person who applied, as one employer knows them. */
public record CandidateId(UUID value) {

    /** The owner of this person's data key. */
    public PersonId person() {
        return new PersonId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
