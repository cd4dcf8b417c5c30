package dev.assay.hiring.webhooks;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as those who listen get it.
 *
 * @param sequence its place among all that the listener can hear
 * @param data ids, codes and figures
 */
public record HeardEvent(UUID id, long sequence, String type, Instant time, ObjectNode data) {}
