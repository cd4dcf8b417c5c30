package dev.assay.hiring.applications;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;

/**
 * An open application ended without a decision about it. Published inside the transaction of that.
 */
public record ApplicationWithdrawn(Actor actor, ApplicationId application) {}
