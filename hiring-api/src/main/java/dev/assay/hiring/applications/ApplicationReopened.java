package dev.assay.hiring.applications;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;

/**
 * An application that had been withdrawn is open again. Published inside the transaction of that.
 */
public record ApplicationReopened(Actor actor, ApplicationId application) {}
