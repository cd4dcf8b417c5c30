package dev.assay.hiring.evidence;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * Evidence was recorded or withdrawn; published in the transaction of the change.
 *
 * @param person everybody who is the same person as its candidate
 */
public record EvidenceRecorded(Actor actor, RecordedEvidenceId evidence, Set<CandidateId> person) {

    public EvidenceRecorded {
        person = Set.copyOf(person);
    }
}
