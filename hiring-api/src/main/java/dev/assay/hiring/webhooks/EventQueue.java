package dev.assay.hiring.webhooks;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.webhooks.EndpointRepository.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Queues for an endpoint what it wants of the events that came since, each once and in their order,
 * and never many ahead: what an endpoint is away for waits in the log of events, which is kept
 * anyway. To be called inside the employer's transaction.
 */
@Component
class EventQueue {

    /** As many wait in rows of their own, and as many events are looked at in one go. */
    static final int AHEAD = 500;

    private final EndpointRepository endpoints;
    private final DeliveryRepository deliveries;
    private final List<EventSource> sources;
    private final Clock clock;

    EventQueue(
            EndpointRepository endpoints,
            DeliveryRepository deliveries,
            List<EventSource> sources,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** What the owner of an endpoint can hear. */
    EventSource sourceOf(Optional<UUID> partner) {
        return sources.stream()
                .filter(source -> source.isFor(partner))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing tells such an owner"));
    }

    /**
     * Fills the queue of an endpoint that is held.
     *
     * @param ahead how many may wait; {@link #AHEAD} at most
     */
    Filled fill(Actor.Service actor, Progress progress, int ahead) {
        Endpoint endpoint = progress.endpoint();
        int room = ahead - deliveries.waiting(actor.employer(), endpoint.id(), ahead);
        if (room <= 0) {
            return Filled.NOTHING;
        }
        List<HeardEvent> events =
                sourceOf(endpoint.partner())
                        .after(actor, endpoint.partner(), progress.queuedTo(), AHEAD);
        if (events.isEmpty()) {
            return Filled.NOTHING;
        }
        List<HeardEvent> wanted =
                events.stream()
                        .filter(event -> endpoint.content().wants(event.type()))
                        .limit(room)
                        .toList();
        deliveries.queue(actor.employer(), endpoint.id(), wanted, clock.instant());
        endpoints.queuedTo(
                actor.employer(),
                endpoint.id(),
                // What follows the last that had room is looked at again.
                (wanted.size() == room ? wanted : events).getLast().sequence());
        return new Filled(wanted.size(), wanted.size() == room || events.size() == AHEAD);
    }

    /**
     * What filling a queue came to.
     *
     * @param queued how many wait that did not before
     * @param more whether there may be more to queue
     */
    record Filled(int queued, boolean more) {

        static final Filled NOTHING = new Filled(0, false);
    }
}
