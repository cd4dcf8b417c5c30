package dev.assay.hiring.partners.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For how long a partner's client goes on beside the next one; without, it gets a secret alone. */
record PartnerSecretRequest(@Nullable @Min(0) @Max(168) Integer overlapHours) {

    Duration overlap() {
        return Duration.ofHours(overlapHours == null ? 0 : overlapHours);
    }
}
