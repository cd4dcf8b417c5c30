package dev.assay.hiring.webhooks;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.webhooks.EndpointRepository.Progress;
import dev.assay.hiring.webhooks.Lane.Sent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Writes down what became of what was sent, and what follows from it for the endpoint: one that is
 * away is left alone, longer each time, and everything waits for it in its order; one that refuses
 * something gets that again later, and the rest meanwhile, unless it refuses all of it. One that
 * stays away to the end of the schedule is paused, and its owner told.
 */
@Component
class Settling {

    /** So many refusals in a row are not about the messages. */
    static final int REFUSES_ALL = 5;

    private static final Duration SLOW = Duration.ofSeconds(2);

    private final EndpointRepository endpoints;
    private final DeliveryRepository deliveries;
    private final AuditTrail audit;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Settling(
            EndpointRepository endpoints,
            DeliveryRepository deliveries,
            AuditTrail audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * To be called inside the employer's transaction.
     *
     * @return whether more may be sent now
     */
    boolean settle(Actor.Service actor, Progress before, List<Sent> sent, List<Long> withheld) {
        Instant now = clock.instant();
        EndpointId id = before.endpoint().id();
        deliveries.insert(actor.employer(), id, sent.stream().map(Sent::attempt).toList());
        deliveries.settle(
                actor.employer(), id, withheld, DeliveryState.WITHHELD, Optional.empty(), now);
        State state = new State(before);
        Map<Integer, List<Long>> heard = new HashMap<>();
        for (Sent one : sent) {
            switch (one.verdict()) {
                case Verdict.Heard _ -> {
                    heard.computeIfAbsent(
                                    one.attempt().status().orElseThrow(), _ -> new ArrayList<>())
                            .add(one.attempt().sequence().orElseThrow());
                    state.heard(one.attempt().at());
                }
                case Verdict.Refused _ -> {
                    refused(actor, id, one, now);
                    state.refused();
                }
                case Verdict.Away(Duration asked) -> {
                    deliveries.putOff(actor.employer(), id, one.attempt(), now);
                    state.away(asked, now);
                }
                case Verdict.Gone _ -> {
                    deliveries.putOff(actor.employer(), id, one.attempt(), now);
                    state.gone = true;
                }
            }
            state.slow = one.attempt().millis() >= SLOW.toMillis();
        }
        heard.forEach((status, those) ->
                deliveries.settle(
                        actor.employer(),
                        id,
                        those,
                        DeliveryState.DELIVERED,
                        Optional.of(status),
                        now));
        if (state.refusals >= REFUSES_ALL) {
            state.away(Duration.ZERO, now);
        }
        endpoints.record(actor.employer(), id, state.health(), state.refusals, state.slow);
        if (state.gone) {
            pause(actor, id, PauseReason.GONE, now);
        } else if (RetrySchedule.isOver(state.failures)) {
            pause(actor, id, PauseReason.UNREACHABLE, now);
        }
        return !state.gone && state.heldUntil.isEmpty();
    }

    private void refused(Actor.Service actor, EndpointId id, Sent one, Instant now) {
        int attempts = one.attemptsBefore() + 1;
        if (RetrySchedule.isOver(attempts)) {
            deliveries.settle(
                    actor.employer(),
                    id,
                    List.of(one.attempt().sequence().orElseThrow()),
                    DeliveryState.FAILED,
                    one.attempt().status(),
                    now);
        } else {
            deliveries.putOff(
                    actor.employer(),
                    id,
                    one.attempt(),
                    now.plus(RetrySchedule.waitAfter(attempts, Duration.ZERO, random)));
        }
    }

    private void pause(Actor.Service actor, EndpointId id, PauseReason reason, Instant now) {
        if (endpoints.pause(actor.employer(), id, reason, now)) {
            audit.recordAndEmit(
                    actor,
                    "webhook-endpoint.paused",
                    "webhook-endpoint",
                    id.value(),
                    Map.of("reason", reason.wireName()));
        }
    }

    private final class State {
        private int failures;
        private int refusals;
        private Optional<Instant> heldUntil = Optional.empty();
        private Optional<Instant> deliveredAt;
        private boolean slow;
        private boolean gone;

        State(Progress before) {
            this.failures = before.endpoint().health().failures();
            this.refusals = before.refusals();
            this.deliveredAt = before.endpoint().health().deliveredAt();
            this.slow = before.slow();
        }

        void heard(Instant at) {
            failures = 0;
            refusals = 0;
            deliveredAt = Optional.of(at);
        }

        void refused() {
            refusals++;
        }

        void away(Duration asked, Instant now) {
            failures++;
            if (!RetrySchedule.isOver(failures)) {
                heldUntil = Optional.of(now.plus(RetrySchedule.waitAfter(failures, asked, random)));
            } else {
                heldUntil = Optional.of(now);
            }
        }

        EndpointHealth health() {
            return new EndpointHealth(failures, heldUntil, deliveredAt);
        }
    }
}
