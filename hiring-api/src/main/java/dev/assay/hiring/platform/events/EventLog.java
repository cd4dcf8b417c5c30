package dev.assay.hiring.platform.events;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything that ever happened at an employer, to catch up from any place. */
@Component
public class EventLog {

    private final OutboxRepository repository;
    private final TenantTransaction transactions;

    EventLog(OutboxRepository repository, TenantTransaction transactions) {
        this.repository = repository;
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
}
