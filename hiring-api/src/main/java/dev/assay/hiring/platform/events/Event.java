package dev.assay.hiring.platform.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened at an employer.
 *
 * @param sequence its place among all events of the employer: from 1, without a gap, and never
 *     visible before all lower ones are
 * @param type past tense and dotted by feature; stable
 * @param data ids, codes and figures
 * @param traceId the request it happened in; empty for what Assay did by itself
 */
public record Event(
        UUID id,
        long sequence,
        String type,
        Instant occurredAt,
        String subjectKind,
        UUID subject,
        JsonNode data,
        Optional<String> traceId) {}
