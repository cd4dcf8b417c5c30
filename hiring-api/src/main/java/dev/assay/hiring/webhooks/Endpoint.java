package dev.assay.hiring.webhooks;

import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where somebody wants to be told what happened.
 *
 * @param partner whose it is; empty for the employer's own
 * @param paused why Assay disabled it by itself
 * @param publicKey checks its {@code v1a} signatures, as Standard Webhooks writes it
 * @param formerSecretUntil until when deliveries are signed with the former secret, too
 */
public record Endpoint(
        EndpointId id,
        Optional<UUID> partner,
        EndpointContent content,
        Optional<PauseReason> paused,
        String publicKey,
        Optional<Instant> formerSecretUntil,
        EndpointHealth health,
        Version version,
        Instant createdAt,
        Instant updatedAt) {}
