package dev.assay.hiring.skills;

import java.time.Instant;

/**
 * A vocabulary that was imported.
 *
 * @param attribution what its licence wants to be said wherever it is used
 */
public record ImportedVocabulary(
        String framework, String version, String attribution, Instant importedAt) {}
