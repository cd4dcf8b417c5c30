package dev.assay.hiring.platform.events;

import dev.assay.hiring.platform.ledger.Ledger;
import dev.assay.hiring.platform.ledger.LedgerHead;
import dev.assay.hiring.platform.ledger.LedgerHeads;
import dev.assay.hiring.platform.ledger.LedgerKind;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
        move(actor, head.sequence() + events.size());
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
        List<UUID> before = repository.unnumbered(actor.employer(), BATCH + 1);
        if (before.size() > BATCH) {
            return OptionalLong.empty();
        }
        long last = head.sequence() + before.size();
        if (!before.isEmpty()) {
            repository.number(actor.employer(), before, head.sequence() + 1);
        }
        move(actor, last + numbers);
        return OptionalLong.of(last);
    }

    private void move(Actor.Service actor, long last) {
        heads.move(actor, LedgerKind.EVENTS, new LedgerHead(last, Optional.empty()));
    }
}
