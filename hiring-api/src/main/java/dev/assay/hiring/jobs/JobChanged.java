package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.Actor;

/** A posting was changed; published in the transaction of the change. */
public record JobChanged(Actor actor, JobId job, boolean requirementsChanged) {}
