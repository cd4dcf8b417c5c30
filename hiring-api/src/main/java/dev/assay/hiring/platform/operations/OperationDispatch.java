package dev.assay.hiring.platform.operations;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Makes a task of db-scheduler of every operation that was accepted, under the operation's own id:
 * doing it twice makes one.
 */
@Component
class OperationDispatch implements EmployerTask {

    static final String TOPIC = "operation-dispatch";

    private static final int BATCH = 100;

    private final OperationRepository repository;
    private final TenantTransaction transactions;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    OperationDispatch(
            OperationRepository repository,
            TenantTransaction transactions,
            @Qualifier("longWorkScheduler") ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        List<OperationId> waiting =
                transactions.in(actor, () -> repository.undispatched(actor.employer(), BATCH));
        for (OperationId operation : waiting) {
            scheduler
                    .getObject()
                    .scheduleIfNotExists(
                            OperationConfiguration.TASK
                                    .instance(operation.toString())
                                    .data(actor.employer().toString())
                                    .build(),
                            clock.instant());
        }
        if (!waiting.isEmpty()) {
            transactions.in(actor, () -> repository.markDispatched(actor.employer(), waiting));
        }
        return waiting.size() == BATCH;
    }
}
