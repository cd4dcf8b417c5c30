package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.fetch.PostConversation;
import dev.assay.hiring.platform.fetch.PostGuard;
import dev.assay.hiring.platform.fetch.Posted;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.webhooks.DeliveryRepository.Due;
import dev.assay.hiring.webhooks.EndpointRepository.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Delivers to one endpoint what is due, one after the other in the order of the events, until
 * nothing is left, the endpoint is away, or its turn is over. What was sent is written down a batch
 * at a time: whoever dies in between sends a batch once more, under the same ids, and loses none.
 */
@Component
class Lane {

    /** For one message, from the name servers to the answer. */
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** So many are taken, sent and written down together. */
    static final int BATCH = 50;

    private static final Duration TURN = Duration.ofSeconds(60);
    private static final Duration WRITE_DOWN_AFTER = Duration.ofSeconds(1);

    private final EndpointRepository endpoints;
    private final DeliveryRepository deliveries;
    private final EventQueue queue;
    private final Settling settling;
    private final EmployerVault vault;
    private final PostGuard guard;
    private final EmployerWork work;
    private final TenantTransaction transactions;
    private final Clock clock;
    private volatile boolean stopped;

    Lane(
            EndpointRepository endpoints,
            DeliveryRepository deliveries,
            EventQueue queue,
            Settling settling,
            EmployerVault vault,
            PostGuard guard,
            EmployerWork work,
            TenantTransaction transactions,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.queue = queue;
        this.settling = settling;
        this.vault = vault;
        this.guard = guard;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    void run(Actor.Service actor, Progress claimed) {
        EndpointId id = claimed.endpoint().id();
        long end = System.nanoTime() + TURN.toNanos();
        try (PostConversation receiver = guard.to(claimed.endpoint().content().url())) {
            boolean on = true;
            while (on && !stopped && System.nanoTime() - end < 0) {
                on =
                        transactions
                                .in(actor, () -> batch(actor, claimed.endpoint()))
                                .filter(batch -> isSent(actor, receiver, batch))
                                .isPresent();
            }
        }
        leave(actor, id);
    }

    /** Gives the lease back, and has the dispatch look at what is left. */
    void leave(Actor.Service actor, EndpointId id) {
        transactions.in(
                actor,
                () -> {
                    endpoints.release(actor.employer(), id);
                    work.note(WebhookDispatch.TOPIC, actor.employer());
                });
    }

    /** Sends one message, whatever waits, and writes nothing down. */
    Attempt ping(Actor actor, Endpoint endpoint, WebhookMessage message) {
        List<EndpointKeys> keys = transactions.in(actor, () -> keys(actor, endpoint.id()));
        try (PostConversation receiver = guard.to(endpoint.content().url())) {
            return send(receiver, keys, message, OptionalLong.empty()).attempt();
        }
    }

    void stop() {
        stopped = true;
    }

    /** Empty when nothing is due, or its owner changed where to deliver to. */
    private Optional<Batch> batch(Actor.Service actor, Endpoint claimed) {
        Optional<Progress> held =
                endpoints
                        .hold(actor.employer(), claimed.id())
                        .filter(now ->
                                now.endpoint().content().url().equals(claimed.content().url()));
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Due> due = deliveries.due(actor.employer(), claimed.id(), now, BATCH);
        if (due.size() < BATCH && queue.fill(actor, held.get(), EventQueue.AHEAD).queued() > 0) {
            due = deliveries.due(actor.employer(), claimed.id(), now, BATCH);
        }
        if (due.isEmpty()) {
            return Optional.empty();
        }
        endpoints.lease(actor.employer(), claimed.id(), now.plus(WebhookDispatch.LEASE));
        Map<Long, HeardEvent> events =
                queue
                        .sourceOf(claimed.partner())
                        .numbered(
                                actor, claimed.partner(), due.stream().map(Due::sequence).toList())
                        .stream()
                        .collect(Collectors.toMap(HeardEvent::sequence, Function.identity()));
        return Optional.of(new Batch(held.get(), due, events, keys(actor, claimed.id())));
    }

    private List<EndpointKeys> keys(Actor actor, EndpointId id) {
        return endpoints.sealedKeys(actor.employer(), id, clock.instant()).stream()
                .map(sealed -> EndpointKeys.of(vault.open(actor, sealed)))
                .toList();
    }

    /** Whether to go on. */
    private boolean isSent(Actor.Service actor, PostConversation receiver, Batch batch) {
        long writeDown = System.nanoTime() + WRITE_DOWN_AFTER.toNanos();
        List<Long> withheld = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        int refusals = batch.progress().refusals();
        for (Due due : batch.due()) {
            HeardEvent event = batch.events().get(due.sequence());
            if (event == null) {
                withheld.add(due.sequence());
                continue;
            }
            Sent one =
                    send(
                            receiver,
                            batch.keys(),
                            WebhookMessage.of(event),
                            OptionalLong.of(due.sequence()));
            sent.add(one.before(due.attempts()));
            refusals = one.verdict() instanceof Verdict.Refused ? refusals + 1 : 0;
            if (!one.isToGoOn()
                    || refusals >= Settling.REFUSES_ALL
                    || stopped
                    || System.nanoTime() - writeDown > 0) {
                break;
            }
        }
        return transactions.in(
                actor, () -> settling.settle(actor, batch.progress(), sent, withheld));
    }

    private Sent send(
            PostConversation receiver,
            List<EndpointKeys> keys,
            WebhookMessage message,
            OptionalLong sequence) {
        Instant at = clock.instant();
        long begin = System.nanoTime();
        Posted posted = receiver.post(message.body(), message.headers(keys, at), TIMEOUT);
        int millis = (int) Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return new Sent(
                Attempt.of(sequence, message.id(), at, millis, posted),
                Verdict.of(posted, clock.instant()),
                0);
    }

    /**
     * What is due, with the events that may be heard.
     *
     * @param events by their numbers
     */
    private record Batch(
            Progress progress,
            List<Due> due,
            Map<Long, HeardEvent> events,
            List<EndpointKeys> keys) {}

    /**
     * A message that was sent.
     *
     * @param attemptsBefore how often it was sent before
     */
    record Sent(Attempt attempt, Verdict verdict, int attemptsBefore) {

        Sent before(int attempts) {
            return new Sent(attempt, verdict, attempts);
        }

        boolean isToGoOn() {
            return switch (verdict) {
                case Verdict.Heard _, Verdict.Refused _ -> true;
                case Verdict.Away _, Verdict.Gone _ -> false;
            };
        }
    }
}
