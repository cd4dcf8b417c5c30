package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.events.EventsNumbered;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.webhooks.EndpointRepository.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks which endpoints of an employer have something due, and has each delivered to on a lane of
 * its own. Itself it never waits for anybody's server.
 */
@Component
class WebhookDispatch implements EmployerTask {

    static final String TOPIC = "webhooks";

    /**
     * Longer than a lane ever takes between two looks at the clock, which is one message and what
     * is written down of it; and for so long nobody is told anything when its node dies.
     */
    static final Duration LEASE = Duration.ofMinutes(1);

    private final EndpointRepository endpoints;
    private final DeliveryRepository deliveries;
    private final EventQueue queue;
    private final Lanes lanes;
    private final EmployerWork work;
    private final TenantTransaction transactions;
    private final Clock clock;

    WebhookDispatch(
            EndpointRepository endpoints,
            DeliveryRepository deliveries,
            EventQueue queue,
            Lanes lanes,
            EmployerWork work,
            TenantTransaction transactions,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.queue = queue;
        this.lanes = lanes;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction that numbers them. */
    @EventListener
    void onEventsNumbered(EventsNumbered event) {
        if (endpoints.hasEnabled(event.actor().employer())) {
            work.note(TOPIC, event.actor().employer());
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        boolean more = false;
        for (EndpointId id : transactions.in(actor, () -> endpoints.enabled(actor.employer()))) {
            more |= transactions.in(actor, () -> isToLookOn(actor, id));
            lanes.take(actor, id, () -> transactions.in(actor, () -> claimed(actor, id)));
        }
        return more;
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return endpoints.nextDue(actor.employer());
    }

    /**
     * Enough for a lane to begin with; it takes the rest by itself. So an endpoint that is away
     * costs next to nothing. True when nothing was found yet, and there is more to look at.
     */
    private boolean isToLookOn(Actor.Service actor, EndpointId id) {
        return endpoints
                .hold(actor.employer(), id)
                .map(progress -> queue.fill(actor, progress, Lane.BATCH))
                .filter(filled -> filled.queued() == 0 && filled.more())
                .isPresent();
    }

    /** Leased to this node, if anything is due and nobody else is at it. */
    private Optional<Progress> claimed(Actor.Service actor, EndpointId id) {
        Instant now = clock.instant();
        Optional<Progress> free =
                endpoints
                        .hold(actor.employer(), id)
                        .filter(progress -> isOver(progress.leasedUntil(), now))
                        .filter(progress -> isOver(progress.endpoint().health().heldUntil(), now))
                        .filter(_ -> deliveries.isAnyDue(actor.employer(), id, now));
        free.ifPresent(_ -> endpoints.lease(actor.employer(), id, now.plus(LEASE)));
        return free;
    }

    private static boolean isOver(Optional<Instant> until, Instant now) {
        return until.filter(now::isBefore).isEmpty();
    }
}
