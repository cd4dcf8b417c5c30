package dev.assay.hiring.dossier;

import dev.assay.hiring.shared.Version;
import java.time.Instant;

/**
 * A word of the employer's for sorting candidates and applications.
 *
 * @param retired nothing is tagged with it any more; what is, stays so
 */
public record Tag(
        TagId id,
        String name,
        boolean retired,
        Version version,
        String changedBy,
        Instant changedAt) {}
