package dev.assay.hiring.candidates;

import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * An address turned out to be the person's own; published in the transaction that notes it.
 *
 * @param person everybody who is the same person as this candidate, themselves among them
 */
public record EmailConfirmed(Actor actor, CandidateId candidate, Set<CandidateId> person) {

    public EmailConfirmed {
        person = Set.copyOf(person);
    }
}
