package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The log of what was delivered to an endpoint, and sending it once more. For whoever may see the
 * endpoint, or keep it.
 */
@Component
public class WebhookDeliveries {

    private final WebhookEndpoints endpoints;
    private final DeliveryRepository repository;
    private final EventQueue queue;
    private final EmployerWork work;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    WebhookDeliveries(
            WebhookEndpoints endpoints,
            DeliveryRepository repository,
            EventQueue queue,
            EmployerWork work,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.repository = repository;
        this.queue = queue;
        this.work = work;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was queued for an endpoint, the newest event first.
     *
     * @throws NotFound when there is no such endpoint
     */
    public Page<Delivery> list(
            Actor actor,
            EndpointId id,
            Optional<DeliveryState> state,
            Optional<PageCursor> after,
            PageSize size) {
        endpoints.get(actor, id);
        return transactions.in(
                actor, () -> repository.list(actor.employer(), id, state, after, size));
    }

    /**
     * Every try, newest first.
     *
     * @throws NotFound when there is no such endpoint
     */
    public Page<Attempt> attempts(
            Actor actor, EndpointId id, Optional<PageCursor> after, PageSize size) {
        endpoints.get(actor, id);
        return transactions.in(actor, () -> repository.attempts(actor.employer(), id, after, size));
    }

    /**
     * Sends something once more, under the id it has, before whatever else waits.
     *
     * @return how many messages that will be
     * @throws InvalidInput when it names an event that is not in the log, or too long a range
     */
    public int replay(Actor actor, EndpointId id, Replay replay) {
        WebhookEndpoints.requireManaging(actor);
        return transactions.in(
                actor,
                () -> {
                    Endpoint endpoint = endpoints.get(actor, id);
                    int queued =
                            switch (replay) {
                                case Replay.OfEvent(UUID event) -> again(actor, id, event);
                                case Replay.OfRange(long from, long to) ->
                                        range(actor, endpoint, from, to);
                                case Replay.OfFailed() ->
                                        repository.requeue(
                                                actor.employer(),
                                                id,
                                                Optional.empty(),
                                                clock.instant());
                            };
                    work.note(WebhookDispatch.TOPIC, actor.employer());
                    audit.record(
                            WebhookEndpoints.doer(actor),
                            "webhook-endpoint.replayed",
                            "webhook-endpoint",
                            id.value(),
                            Map.of("messages", queued));
                    return queued;
                });
    }

    private int again(Actor actor, EndpointId id, UUID event) {
        int queued = repository.requeue(actor.employer(), id, Optional.of(event), clock.instant());
        if (queued == 0) {
            throw new InvalidInput("/eventId", "is not in the log of this endpoint");
        }
        return queued;
    }

    private int range(Actor actor, Endpoint endpoint, long from, long to) {
        if (from < 1 || to < from || to - from >= Replay.OfRange.LONGEST) {
            throw new InvalidInput(
                    "/to",
                    "must be from %d to %d".formatted(from, from + Replay.OfRange.LONGEST - 1));
        }
        EventSource source = queue.sourceOf(endpoint.partner());
        int queued = 0;
        long last = from - 1;
        while (last < to) {
            List<HeardEvent> events =
                    source.after(actor, endpoint.partner(), last, EventQueue.AHEAD).stream()
                            .filter(event -> event.sequence() <= to)
                            .toList();
            if (events.isEmpty()) {
                break;
            }
            List<HeardEvent> wanted =
                    events.stream()
                            .filter(event -> endpoint.content().wants(event.type()))
                            .toList();
            repository.queue(actor.employer(), endpoint.id(), wanted, clock.instant());
            queued += wanted.size();
            last = events.getLast().sequence();
        }
        return queued;
    }
}
