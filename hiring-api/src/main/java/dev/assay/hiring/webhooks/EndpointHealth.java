package dev.assay.hiring.webhooks;

import java.time.Instant;
import java.util.Optional;

/**
 * How deliveries to an endpoint go.
 *
 * @param failures how often in a row it could not be reached
 * @param heldUntil when it is tried next, if it failed last
 * @param deliveredAt when it last took something
 */
public record EndpointHealth(
        int failures, Optional<Instant> heldUntil, Optional<Instant> deliveredAt) {

    static final EndpointHealth UNTRIED = new EndpointHealth(0, Optional.empty(), Optional.empty());
}
