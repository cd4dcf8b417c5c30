package dev.assay.hiring.platform.idempotency;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lease how long a call holds its key before another may take it over; longer than any call
 *     takes, though a shorter one would only waste work
 * @param kept how long an answer is kept, counted from the call
 */
@ConfigurationProperties("assay.idempotency")
@Validated
record IdempotencyProperties(
        @DefaultValue("60s") Duration lease, @DefaultValue("24h") Duration kept) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    @AssertTrue(
            message = "the lease must be at least a second, and the answers be kept longer than it")
    boolean isSound() {
        return lease.compareTo(SHORTEST_LEASE) >= 0 && kept.compareTo(lease) > 0;
    }
}
