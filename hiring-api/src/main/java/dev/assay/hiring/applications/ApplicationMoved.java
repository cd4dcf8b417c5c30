package dev.assay.hiring.applications;

import dev.assay.hiring.shared.Actor;

/**
 * An application has been moved, in the transaction that is still open: a listener that throws
 * undoes the move.
 */
public record ApplicationMoved(Actor actor, Transition transition) {}
