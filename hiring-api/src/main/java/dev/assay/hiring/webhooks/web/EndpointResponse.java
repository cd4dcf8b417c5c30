package dev.assay.hiring.webhooks.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.webhooks.Endpoint;
import dev.assay.hiring.webhooks.NewSecret;
import dev.assay.hiring.webhooks.PauseReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An endpoint; the secret only where it was just made. */
record EndpointResponse(
        UUID id,
        @Nullable UUID partnerId,
        String url,
        @Nullable String description,
        List<String> types,
        boolean enabled,
        @Nullable PauseReason paused,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> secret,
        String publicKey,
        @Nullable Instant formerSecretUntil,
        int failures,
        @Nullable Instant heldUntil,
        @Nullable Instant deliveredAt,
        Instant createdAt,
        Instant updatedAt) {

    static EndpointResponse of(Endpoint endpoint) {
        return of(endpoint, Optional.empty());
    }

    static EndpointResponse of(NewSecret made) {
        return of(made.endpoint(), Optional.of(made.secret()));
    }

    private static EndpointResponse of(Endpoint endpoint, Optional<String> secret) {
        return new EndpointResponse(
                endpoint.id().value(),
                endpoint.partner().orElse(null),
                endpoint.content().url(),
                endpoint.content().description().orElse(null),
                endpoint.content().types().stream().sorted().toList(),
                endpoint.content().enabled(),
                endpoint.paused().orElse(null),
                secret,
                endpoint.publicKey(),
                endpoint.formerSecretUntil().orElse(null),
                endpoint.health().failures(),
                endpoint.health().heldUntil().orElse(null),
                endpoint.health().deliveredAt().orElse(null),
                endpoint.createdAt(),
                endpoint.updatedAt());
    }
}
