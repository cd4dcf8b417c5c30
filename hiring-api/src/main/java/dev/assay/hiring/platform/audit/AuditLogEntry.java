package dev.assay.hiring.platform.audit;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Who did what, when, and to which thing; ids, codes and figures only. */
public record AuditLogEntry(
        UUID id,
        Instant occurredAt,
        String actor,
        String action,
        String subjectKind,
        UUID subject,
        JsonNode detail) {}
