package dev.assay.hiring.credentials;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * A credential was handed in after the application was; published in the transaction of the change.
 *
 * @param person everybody who is the same person as its holder
 */
public record CredentialAdded(Actor actor, CredentialId credential, Set<CandidateId> person) {

    public CredentialAdded {
        person = Set.copyOf(person);
    }
}
