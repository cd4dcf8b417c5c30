package dev.assay.hiring.training;

import dev.assay.hiring.shared.Actor;

/** Reads an order for a cohort that was accepted and is carried out afterwards. */
public interface CohortReader {

    CohortOrder read(Actor actor, byte[] received);
}
