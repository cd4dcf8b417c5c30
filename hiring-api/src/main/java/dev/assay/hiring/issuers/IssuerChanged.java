package dev.assay.hiring.issuers;

import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * An entry was made or changed; published in the transaction of the change.
 *
 * @param identifiers all ids the entry had before or has now
 */
public record IssuerChanged(Actor actor, IssuerId issuer, Set<String> identifiers) {

    public IssuerChanged {
        identifiers = Set.copyOf(identifiers);
    }
}
