package dev.assay.hiring.platform.work;

import dev.assay.hiring.shared.Actor;
import java.time.Duration;

/**
 * Tidying up that recurs for every employer, whether or not they have work waiting. Runs on one
 * node at a time.
 */
public interface Housekeeping {

    /** Names it; stable, since it is stored. */
    String name();

    /** How long after one round the next begins. */
    Duration every();

    /** Tidies one employer up, in transactions of its own. */
    void tidy(Actor.Service actor);
}
