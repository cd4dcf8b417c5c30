package dev.assay.hiring.disputes;

import dev.assay.hiring.shared.Actor;

/** A person answered a dispute; published in the transaction of the answer. */
public record DisputeResolved(Actor actor, Dispute dispute) {}
