package dev.assay.hiring.applications;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By which partner an application came, as answers show it: its own, and those of its offers and
 * its hire. All of it null when it came by none.
 */
public record AttributionResponse(
        @Nullable UUID partnerId, Attribution.@Nullable Way way, @Nullable Instant attributedAt) {

    private static final AttributionResponse NONE = new AttributionResponse(null, null, null);

    public static AttributionResponse of(Optional<Attribution> attribution) {
        return attribution
                .map(known -> new AttributionResponse(known.partner(), known.way(), known.at()))
                .orElse(NONE);
    }
}
