package dev.assay.hiring.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What a candidate agreed to, and whether that still holds.
 *
 * @param purpose a code of the employer's
 * @param textVersion which version of its text they were shown
 * @param recordedBy who told us, as audit rows name them
 */
public record Consent(
        ConsentId id,
        Owner about,
        String purpose,
        String textVersion,
        Instant givenAt,
        String recordedBy,
        Instant recordedAt,
        Optional<Instant> withdrawnAt) {}
