package dev.assay.hiring.platform.work;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.EmployerId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Notes that an employer has work waiting, so that workers find it without looking into every
 * tenant.
 */
@Component
public class EmployerWork {

    /** Before whatever a node's clock may say. */
    private static final Instant AT_ONCE = Instant.EPOCH;

    private final EmployerWorkRepository repository;
    private final TenantTransaction transactions;
    private final Clock clock;

    EmployerWork(EmployerWorkRepository repository, TenantTransaction transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** To be called in the very transaction that makes the work: both are there, or neither. */
    public void note(String topic, EmployerId employer) {
        noteAt(topic, employer, AT_ONCE);
    }

    /**
     * Like {@link #note}, for work that is not to be done before an instant. Work that is due
     * earlier stays so.
     */
    public void noteAt(String topic, EmployerId employer, Instant due) {
        // Transactions that note several topics must lock their rows in one order.
        transactions.last(
                "work %s %s %s".formatted(topic, employer, due),
                () -> repository.noteAt(topic, employer, clock.instant(), due));
    }

    /**
     * Notes work for every employer there is; returns how many. To be called in a transaction
     * without a tenant.
     */
    public int noteForEverybody(String topic) {
        return repository.noteForEverybody(topic, clock.instant(), AT_ONCE);
    }
}
