package dev.assay.hiring.disputes;

import dev.assay.hiring.candidates.ProfileCorrection;
import dev.assay.hiring.evidence.RecordedEvidenceId;
import java.util.List;
import java.util.Optional;

/**
 * A person's answer to a dispute.
 *
 * @param answer to the candidate, who reads it; sealed
 * @param profile what is put right about them
 * @param withdrawn recorded items that were recorded by mistake, and count nothing from now on
 */
public record Resolution(
        DisputeOutcome outcome,
        String answer,
        Optional<ProfileCorrection> profile,
        List<RecordedEvidenceId> withdrawn) {

    public Resolution {
        withdrawn = List.copyOf(withdrawn);
    }

    /** Whether it puts anything right by itself. */
    boolean corrects() {
        return profile.isPresent() || !withdrawn.isEmpty();
    }

    /** Without the words: they are a person's. */
    @Override
    public String toString() {
        return "Resolution[" + outcome.wireName() + "]";
    }
}
