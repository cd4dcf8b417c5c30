package dev.assay.hiring.applications;

import dev.assay.hiring.candidates.Admitted;

/**
 * An application to be filed.
 *
 * @param received the whole submission, byte for byte
 */
public record NewApplication(Admitted applicant, ApplicationSource source, byte[] received) {}
