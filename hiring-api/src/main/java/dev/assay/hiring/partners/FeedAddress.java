package dev.assay.hiring.partners;

import dev.assay.hiring.postings.FeedKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An address at which a partner that can send no token fetches a file of an employer's postings.
 *
 * @param pulledAt when it did so last; empty when it never did
 */
public record FeedAddress(
        UUID id, PartnerId partner, FeedKind kind, Instant madeAt, Optional<Instant> pulledAt) {}
