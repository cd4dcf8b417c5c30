package dev.assay.hiring.webhooks.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For how long the former secret goes on beside the new one. */
record EndpointSecretRequest(@Nullable @Min(0) @Max(168) Integer overlapHours) {

    private static final int USUAL_HOURS = 24;

    Duration overlap() {
        return Duration.ofHours(overlapHours == null ? USUAL_HOURS : overlapHours);
    }
}
