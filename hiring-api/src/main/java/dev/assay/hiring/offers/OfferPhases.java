package dev.assay.hiring.offers;

import dev.assay.hiring.applications.ApplicationMoved;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.ApplicationWithdrawn;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps offers to where their applications stand: an application that ends ends its open offer, one
 * that goes back takes an extended offer back, and nobody is hired past an open one.
 */
@Component
class OfferPhases {

    private final OfferRepository repository;
    private final Offers offers;

    OfferPhases(OfferRepository repository, Offers offers) {
        this.repository = repository;
        this.offers = offers;
    }

    @EventListener
    void onMoved(ApplicationMoved event) {
        if (!event.transition().isOfPhase()) {
            return;
        }
        ApplicationId application = event.transition().application();
        Optional<Offer> open = repository.holdOpen(event.actor().employer(), application);
        if (open.isPresent() && isIncompatible(open.get(), event.transition().to())) {
            offers.end(event.actor(), open.get(), OfferState.WITHDRAWN);
        }
    }

    @EventListener
    void onWithdrawn(ApplicationWithdrawn event) {
        Actor actor = event.actor();
        repository
                .holdOpen(actor.employer(), event.application())
                .ifPresent(open -> offers.end(actor, open, OfferState.WITHDRAWN));
    }

    private static boolean isIncompatible(Offer open, ApplicationPhase phase) {
        return switch (phase) {
            case OFFER -> false;
            case HIRED ->
                    throw new Conflict(
                            "offer-open",
                            "This application has an open offer: move the offer to accepted, or withdraw it first.");
            case INTERVIEW -> open.state() == OfferState.EXTENDED;
            case NEW, IN_REVIEW, REJECTED, WITHDRAWN -> true;
        };
    }
}
