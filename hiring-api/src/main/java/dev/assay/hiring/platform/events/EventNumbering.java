package dev.assay.hiring.platform.events;

import dev.assay.hiring.platform.ledger.Ledger;
import dev.assay.hiring.platform.ledger.LedgerHead;
import dev.assay.hiring.platform.ledger.LedgerHeads;
import dev.assay.hiring.platform.ledger.LedgerKind;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Numbers events, in the order of their ids as far as they are there. */
@Component
class EventNumbering implements Ledger {

    private static final int BATCH = 500;

    private final OutboxRepository repository;
    private final LedgerHeads heads;
    private final TenantTransaction transactions;
    private final ApplicationEventPublisher listeners;

    EventNumbering(
            OutboxRepository repository,
            LedgerHeads heads,
            TenantTransaction transactions,
            ApplicationEventPublisher listeners) {
        this.repository = repository;
        this.heads = heads;
        this.transactions = transactions;
        this.listeners = listeners;
    }

    @Override
    public boolean advance(Actor.Service actor) {
        return transactions.in(
                actor,
                () ->
                        heads.hold(actor, LedgerKind.EVENTS)
                                .map(head -> advance(actor, head))
                                // Another node is at it; whether it saw everything is not known.
                                .orElse(true));
    }

    private boolean advance(Actor.Service actor, LedgerHead head) {
        Map<UUID, String> events = repository.unnumbered(actor.employer(), BATCH);
        if (events.isEmpty()) {
            return false;
        }
        move(actor, head.sequence() + events.size());
        number(actor, events, head.sequence() + 1);
        return events.size() == BATCH;
    }

    /**
     * Numbers whatever was told before, and takes the next so many numbers: whoever does it tells
     * of nothing that comes before. The head is held until the transaction ends.
     *
     * @return the last number that others have; empty when more than a batch waits, which is the
     *     sequencer's
     */
    OptionalLong take(Actor.Service actor, int numbers) {
        LedgerHead head = heads.await(actor, LedgerKind.EVENTS);
        Map<UUID, String> before = repository.unnumbered(actor.employer(), BATCH + 1);
        if (before.size() > BATCH) {
            return OptionalLong.empty();
        }
        long last = head.sequence() + before.size();
        move(actor, last + numbers);
        if (!before.isEmpty()) {
            number(actor, before, head.sequence() + 1);
        }
        return OptionalLong.of(last);
    }

    /** To be called when events with the numbers that were taken are there. */
    void tell(Actor.Service actor, long first, long last, Set<String> types) {
        listeners.publishEvent(new EventsNumbered(actor, first, last, types));
    }

    /** In the order of the map. */
    private void number(Actor.Service actor, Map<UUID, String> events, long first) {
        repository.number(actor.employer(), events.keySet(), first);
        tell(actor, first, first + events.size() - 1, Set.copyOf(events.values()));
    }

    private void move(Actor.Service actor, long last) {
        heads.move(actor, LedgerKind.EVENTS, new LedgerHead(last, Optional.empty()));
    }
}
