package dev.assay.hiring.boards;

import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A board that pushes applications for a partner.
 *
 * @param address the last part of the address it pushes to: says which connection, and opens
 *     nothing by itself
 * @param enabled whether what it pushes is taken
 * @param formerSecretUntil until when what the former secret signed is taken, too
 */
public record BoardConnection(
        UUID id,
        PartnerId partner,
        Board board,
        String address,
        boolean enabled,
        Optional<Instant> formerSecretUntil,
        Version version,
        Instant createdAt,
        Instant updatedAt) {}
