package dev.assay.hiring.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What a candidate agreed to.
 *
 * @param purpose a code of the employer's, such as {@code talent-pool}
 * @param textVersion which version of its text they were shown
 * @param givenAt when they did; empty for now
 */
public record NewConsent(String purpose, String textVersion, Optional<Instant> givenAt) {}
