package dev.assay.hiring.webhooks;

import dev.assay.hiring.shared.Actor;

/** An endpoint was added, in the transaction that is still open. */
public record EndpointAdded(Actor actor, Endpoint endpoint) {}
