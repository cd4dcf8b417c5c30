package dev.assay.hiring.credentials;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * Checking a credential again found something else; published in the transaction that stores it.
 *
 * @param person everybody who is the same person as its holder
 */
public record CredentialRechecked(Actor actor, CredentialId credential, Set<CandidateId> person) {

    public CredentialRechecked {
        person = Set.copyOf(person);
    }
}
