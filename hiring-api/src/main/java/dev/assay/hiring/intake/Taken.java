package dev.assay.hiring.intake;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PersonId;

/**
 * Where what somebody handed in went.
 *
 * @param isNew false when it was added to an application that was there
 */
public record Taken(ApplicationId application, PersonId person, boolean isNew) {}
