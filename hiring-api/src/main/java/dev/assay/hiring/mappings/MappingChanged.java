package dev.assay.hiring.mappings;

import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.shared.Actor;
import java.util.Map;
import java.util.Set;

/**
 * A mapping was confirmed, changed or retired; published in the transaction of the change.
 *
 * @param issuers the entries of the registry it was or is about, each with the ids it signs as
 */
public record MappingChanged(Actor actor, MappingId mapping, Map<IssuerId, Set<String>> issuers) {

    public MappingChanged {
        issuers = Map.copyOf(issuers);
    }
}
