package dev.assay.hiring.offers;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends offers whose last day is over (UTC); what becomes of the application a person decides. */
@Component
class OfferExpiry implements EmployerTask {

    static final String TOPIC = "offer-expiry";

    private static final int BATCH = 100;

    private final OfferRepository repository;
    private final Offers offers;
    private final TenantTransaction transactions;
    private final Clock clock;

    OfferExpiry(
            OfferRepository repository,
            Offers offers,
            TenantTransaction transactions,
            Clock clock) {
        this.repository = repository;
        this.offers = offers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The moment from which an offer cannot be accepted any more. */
    static Instant after(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        return transactions.in(
                actor,
                () -> {
                    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                    List<Offer> expired = repository.holdExpired(actor.employer(), today, BATCH);
                    expired.forEach(offer -> offers.end(actor, offer, OfferState.EXPIRED));
                    return expired.size() == BATCH;
                });
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return repository.nextExpiry(actor.employer()).map(OfferExpiry::after);
    }
}
