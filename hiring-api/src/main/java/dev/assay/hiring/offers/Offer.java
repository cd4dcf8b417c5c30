package dev.assay.hiring.offers;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One offer to one applicant.
 *
 * @param content empty once the candidate was erased
 * @param estimate the newest estimate there was when it was extended
 * @param ceilingPercent what that estimate said a premium may be in the first year
 * @param writtenBy who wrote what is offered now, by an actor's reference
 */
public record Offer(
        OfferId id,
        ApplicationId application,
        OfferState state,
        Optional<OfferContent> content,
        Optional<UUID> estimate,
        Optional<BigDecimal> ceilingPercent,
        String writtenBy,
        Optional<String> approvedBy,
        Instant createdAt,
        Instant changedAt,
        Version version) {

    /** The same offer, with other content. */
    Offer written(OfferContent now, String by, Instant at) {
        return new Offer(
                id,
                application,
                state,
                Optional.of(now),
                estimate,
                ceilingPercent,
                by,
                approvedBy,
                createdAt,
                at,
                version.next());
    }

    /** The same offer in another state; nobody has approved a draft. */
    Offer moved(OfferState to, Optional<String> approver, Instant at) {
        return new Offer(
                id,
                application,
                to,
                content,
                estimate,
                ceilingPercent,
                writtenBy,
                to == OfferState.DRAFT ? Optional.empty() : approver.or(() -> approvedBy),
                createdAt,
                at,
                version.next());
    }

    /** The same offer beside what an estimate says. */
    Offer weighedAgainst(UUID made, Optional<BigDecimal> ceiling) {
        return new Offer(
                id,
                application,
                state,
                content,
                Optional.of(made),
                ceiling,
                writtenBy,
                approvedBy,
                createdAt,
                changedAt,
                version);
    }
}
