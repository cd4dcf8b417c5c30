package dev.assay.hiring.platform.work;

import dev.assay.hiring.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Background work of one employer that lies in tenant tables. A feature notes it with {@link
 * EmployerWork#note} in the transaction that makes it; a worker runs it soon after, on one node at
 * a time.
 */
public interface EmployerTask {

    /** Names the kind of work; stable, since it is stored. */
    String topic();

    /**
     * Does one bounded batch, in transactions of its own.
     *
     * @return whether more is waiting that is due already
     */
    boolean runBatch(Actor.Service actor);

    /**
     * When the next of this employer's work is due, once nothing more is due now; empty when there
     * is none. Asked in a transaction of the employer's.
     */
    default Optional<Instant> nextDue(Actor.Service actor) {
        return Optional.empty();
    }
}
