package dev.assay.hiring.platform.events;

import dev.assay.hiring.platform.ledger.LedgerHeads;
import dev.assay.hiring.platform.ledger.LedgerKind;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Everything that ever happened at an employer, to catch up from any place. */
@Component
public class EventLog {

    private final OutboxRepository repository;
    private final LedgerHeads heads;
    private final TenantTransaction transactions;

    EventLog(OutboxRepository repository, LedgerHeads heads, TenantTransaction transactions) {
        this.repository = repository;
        this.heads = heads;
        this.transactions = transactions;
    }

    /**
     * The events that follow a sequence number, in their order.
     *
     * @param after 0 for all there are
     * @param type events of this type only
     */
    public Page<Event> after(Actor actor, long after, Optional<String> type, PageSize size) {
        actor.require(Permission.READ_EVENTS);
        return transactions.in(actor, () -> repository.after(actor.employer(), after, type, size));
    }

    /**
     * The events that follow a number, as for {@link #after}, for those in the house that pass them
     * on to who may hear them, so that it needs no permission of its own.
     */
    public List<Event> following(Actor actor, long after, int atMost) {
        return transactions.in(actor, () -> repository.following(actor.employer(), after, atMost));
    }

    /** The events with these numbers, in their order; asked like {@link #following}. */
    public List<Event> numbered(Actor actor, Collection<Long> sequences) {
        return transactions.in(actor, () -> repository.numbered(actor.employer(), sequences));
    }

    /** What of these types was numbered just now, in its order. */
    public List<Event> among(EventsNumbered numbered, Set<String> types) {
        return transactions.in(
                numbered.actor(),
                () ->
                        repository.between(
                                numbered.actor().employer(),
                                numbered.first(),
                                numbered.last(),
                                types));
    }

    /** The number of the last event that has one; 0 before the first. */
    public long head(Actor actor) {
        return transactions.in(actor, () -> heads.read(actor, LedgerKind.EVENTS).sequence());
    }

    /**
     * What the events between two numbers were about, in their order. Asked by lists, which show
     * the actor what they may see of it, so that it needs no permission of its own.
     *
     * @param after the number before the first of them
     * @param last the number of the last of them
     */
    public List<TouchedThing> touched(Actor actor, long after, long last, Set<String> kinds) {
        return transactions.in(
                actor, () -> repository.touched(actor.employer(), after, last, kinds));
    }
}
