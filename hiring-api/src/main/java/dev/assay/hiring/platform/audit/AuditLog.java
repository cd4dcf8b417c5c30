package dev.assay.hiring.platform.audit;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the audit trail. */
@Component
public class AuditLog {

    private final AuditLogRepository repository;
    private final TenantTransaction transactions;

    AuditLog(AuditLogRepository repository, TenantTransaction transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /** Everything that was done to these subjects, oldest first. */
    public List<AuditLogEntry> about(Actor actor, Collection<UUID> subjects) {
        return transactions.in(actor, () -> repository.about(actor.employer(), subjects));
    }
}
