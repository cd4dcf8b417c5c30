package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.shared.Actor;
import java.util.List;
import java.util.Optional;

/**
 * What can be done for several calls of one actor at once, for less than for each alone; see {@link
 * Deed#gathered}.
 *
 * @param <I> what a call asks for
 * @param <R> what was done
 */
public interface Gathering<I, R> {

    /**
     * Does it, inside one transaction of the actor's employer.
     *
     * @return what was done for each, in their order; empty for one for which nothing was, and
     *     which is to be done alone, so that it hears what it is refused for
     */
    List<Optional<R>> carryOut(Actor actor, List<Asked<I>> asked);

    /**
     * @param trace what the call is traced by
     */
    record Asked<I>(I item, Optional<String> trace) {}
}
