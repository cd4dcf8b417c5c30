package dev.assay.hiring.platform.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which rows of the trail are asked for; what is empty does not narrow.
 *
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record AuditFilter(
        Optional<String> actor,
        Optional<String> action,
        Optional<UUID> subject,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** Every row. */
    public static final AuditFilter NONE =
            new AuditFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
