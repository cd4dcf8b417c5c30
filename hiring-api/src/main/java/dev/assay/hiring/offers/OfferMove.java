package dev.assay.hiring.offers;

import java.time.Instant;
import java.util.UUID;

/**
 * One move of an offer, as it was made; never changed afterwards.
 *
 * @param movedBy an actor's reference, free of personal data
 */
public record OfferMove(
        UUID id, OfferId offer, OfferState from, OfferState to, Instant movedAt, String movedBy) {}
