package dev.assay.hiring.platform.events;

import dev.assay.hiring.platform.ledger.Ledger;
import dev.assay.hiring.platform.ledger.LedgerHead;
import dev.assay.hiring.platform.ledger.LedgerHeads;
import dev.assay.hiring.platform.ledger.LedgerKind;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Numbers events, in the order of their ids as far as they are there. */
@Component
class EventNumbering implements Ledger {

    private static final int BATCH = 500;

    private final OutboxRepository repository;
    private final LedgerHeads heads;
    private final TenantTransaction transactions;

    EventNumbering(OutboxRepository repository, LedgerHeads heads, TenantTransaction transactions) {
        this.repository = repository;
        this.heads = heads;
        this.transactions = transactions;
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
        List<UUID> events = repository.unnumbered(actor.employer(), BATCH);
        if (events.isEmpty()) {
            return false;
        }
        repository.number(actor.employer(), events, head.sequence() + 1);
        heads.move(
                actor,
                LedgerKind.EVENTS,
                new LedgerHead(head.sequence() + events.size(), Optional.empty()));
        return events.size() == BATCH;
    }
}
