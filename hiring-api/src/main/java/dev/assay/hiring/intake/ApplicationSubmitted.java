package dev.assay.hiring.intake;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;

/**
 * Somebody applied, and was not imported; published in the transaction that takes the application.
 */
public record ApplicationSubmitted(Actor actor, ApplicationId application) {}
