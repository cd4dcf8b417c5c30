package dev.assay.hiring.platform.work;

import dev.assay.hiring.shared.Actor;

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
     * @return whether more is waiting
     */
    boolean runBatch(Actor.Service actor);
}
