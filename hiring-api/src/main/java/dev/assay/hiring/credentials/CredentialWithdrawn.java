package dev.assay.hiring.credentials;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * A credential was withdrawn, and counts no more; published in the transaction of the change.
 *
 * @param person everybody who is the same person as its holder
 */
public record CredentialWithdrawn(Actor actor, CredentialId credential, Set<CandidateId> person) {

    public CredentialWithdrawn {
        person = Set.copyOf(person);
    }
}
