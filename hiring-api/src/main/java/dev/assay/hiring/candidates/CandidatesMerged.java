package dev.assay.hiring.candidates;

import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * Two candidates turned out to be one person. Published inside the transaction of the merge.
 *
 * @param survivor who stands for the person from now on
 * @param person everybody who is that person now, the survivor among them
 */
public record CandidatesMerged(Actor actor, CandidateId survivor, Set<CandidateId> person) {

    public CandidatesMerged {
        person = Set.copyOf(person);
    }
}
