package dev.assay.hiring.platform.audit.web;

import dev.assay.hiring.platform.audit.AuditEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * @param sequence null for as long as the row waits for its seal; so is the hash
 */
record AuditEventResponse(
        UUID id,
        @Nullable Long sequence,
        Instant occurredAt,
        String actor,
        String action,
        AuditSubject subject,
        JsonNode detail,
        @Nullable String traceId,
        @Nullable String hash) {

    static AuditEventResponse of(AuditEntry entry) {
        return new AuditEventResponse(
                entry.id(),
                entry.seal().map(AuditEntry.Seal::sequence).orElse(null),
                entry.occurredAt(),
                entry.actor(),
                entry.action(),
                new AuditSubject(entry.subjectKind(), entry.subject()),
                entry.detail(),
                entry.traceId().orElse(null),
                entry.seal().map(AuditEntry.Seal::hash).orElse(null));
    }

    record AuditSubject(String kind, UUID id) {}
}
