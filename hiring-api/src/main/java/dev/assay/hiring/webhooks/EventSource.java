package dev.assay.hiring.webhooks;

import dev.assay.hiring.shared.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What listeners of one kind can hear: the employer's own endpoints everything, a partner's what
 * concerns it. Asked inside a transaction of the employer's.
 */
public interface EventSource {

    /** Whether it is the one for endpoints of this owner; empty is the employer. */
    boolean isFor(Optional<UUID> partner);

    /** The number of the last event there is; 0 before the first. */
    long head(Actor actor, Optional<UUID> partner);

    /** The events that follow a number, in their order, whether or not they may be heard now. */
    List<HeardEvent> after(Actor actor, Optional<UUID> partner, long after, int atMost);

    /** Those of these numbers that the owner may hear now, in their order. */
    List<HeardEvent> numbered(Actor actor, Optional<UUID> partner, Collection<Long> sequences);
}
