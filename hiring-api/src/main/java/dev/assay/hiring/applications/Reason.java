package dev.assay.hiring.applications;

import java.util.Optional;

/**
 * Why an application ended without a hire.
 *
 * @param own the employer's own code for it, if it has a finer one
 */
public record Reason(TransitionReason code, Optional<String> own) {}
