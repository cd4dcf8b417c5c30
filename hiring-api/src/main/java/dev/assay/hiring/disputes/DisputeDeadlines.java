package dev.assay.hiring.disputes;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells of disputes that nobody answered in time: once each, and soon after the deadline. */
@Component
class DisputeDeadlines implements EmployerTask {

    static final String TOPIC = "dispute-deadlines";

    private static final int BATCH = 100;

    private final DisputeRepository repository;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    DisputeDeadlines(
            DisputeRepository repository,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        return transactions.in(
                actor,
                () -> {
                    List<Dispute> overdue =
                            repository.tellOverdue(actor.employer(), clock.instant(), BATCH);
                    overdue.forEach(dispute ->
                            audit.recordAndEmit(
                                    actor,
                                    "dispute.overdue",
                                    "dispute",
                                    dispute.id().value(),
                                    Map.of(
                                            "application", dispute.application().toString(),
                                            "dueAt", dispute.dueAt().toString())));
                    return overdue.size() == BATCH;
                });
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        // An answer is in time at that very moment.
        return repository.nextUntold(actor.employer()).map(due -> due.plusMillis(1));
    }
}
