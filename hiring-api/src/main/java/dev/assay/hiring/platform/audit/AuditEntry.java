package dev.assay.hiring.platform.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Who did what, when: one row of the trail.
 *
 * @param actor stable and free of personal data, such as {@code person:<id of the user>}
 * @param detail ids, codes and figures
 * @param traceId the request it happened in; empty for what Assay did by itself
 * @param seal empty for as long as the row waits for its place in the chain
 */
public record AuditEntry(
        UUID id,
        Instant occurredAt,
        String actor,
        String action,
        String subjectKind,
        UUID subject,
        JsonNode detail,
        Optional<String> traceId,
        Optional<Seal> seal) {

    /**
     * A row's place in the chain.
     *
     * @param sequence from 1, without a gap
     * @param hash over the row, its place and the hash before it, in hexadecimal
     */
    public record Seal(long sequence, String hash) {}
}
