package dev.assay.hiring.offers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a hire did, by the word of a person; never changed, but a newer one of the same day counts in
 * its place.
 *
 * @param rating from 1 to 5; empty once the person was erased
 * @param ratedBy who said so, by an actor's reference
 */
public record HireRating(
        UUID id,
        RatingDay day,
        Optional<Integer> rating,
        Optional<String> note,
        Instant ratedAt,
        String ratedBy) {}
