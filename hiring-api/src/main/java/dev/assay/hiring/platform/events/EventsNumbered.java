package dev.assay.hiring.platform.events;

import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * Events got their numbers, in the transaction that is still open: nobody else sees them yet, and
 * nobody numbers on before it ends. So whoever listens does little.
 *
 * @param first the lowest of the numbers
 * @param last the highest
 * @param types of what is among them
 */
public record EventsNumbered(Actor.Service actor, long first, long last, Set<String> types) {

    public EventsNumbered {
        types = Set.copyOf(types);
    }
}
