package dev.assay.hiring.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event for an endpoint, and what became of it.
 *
 * @param event its id, which is that of the message, too
 * @param sequence its number among what the endpoint's owner can hear
 * @param attempts since it was queued, or replayed last
 * @param nextAttemptAt when it is tried next, if it still waits
 * @param status what was answered last; empty when nothing was
 * @param fault why nothing was answered
 */
public record Delivery(
        UUID event,
        long sequence,
        String type,
        DeliveryState state,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Instant queuedAt,
        Optional<Instant> settledAt,
        Optional<Integer> status,
        Optional<String> fault) {}
