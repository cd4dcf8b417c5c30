package dev.assay.hiring.candidates;

import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * A merge was undone: who was one person is two again. Published inside the transaction of that.
 */
public record CandidatesParted(Actor actor, Set<CandidateId> stayed, Set<CandidateId> left) {

    public CandidatesParted {
        stayed = Set.copyOf(stayed);
        left = Set.copyOf(left);
    }
}
