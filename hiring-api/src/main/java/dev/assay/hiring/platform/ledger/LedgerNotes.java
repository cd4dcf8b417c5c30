package dev.assay.hiring.platform.ledger;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Notes that an employer has rows to number, in the transaction that writes them. Each transaction
 * leaves a note of its own, so that writers never wait for one another here, nor for the sequencer.
 */
@Component
public class LedgerNotes {

    private static final String NOTED = "ledger-note";

    private final LedgerRepository repository;
    private final TenantTransaction transactions;
    private final Clock clock;

    LedgerNotes(LedgerRepository repository, TenantTransaction transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** However many rows a transaction writes, it leaves one note. */
    public void note(Actor actor) {
        if (isFirst()) {
            repository.note(actor.employer(), clock.instant());
        }
    }

    /**
     * The same for who leaves the note in the statement that writes the rows: whether that is to be
     * done, since none was left in this transaction.
     */
    public boolean isFirst() {
        return transactions.isFirst(NOTED);
    }

    /** Since when the oldest row, of whichever employer, waits for its number. */
    public Optional<Instant> oldest() {
        return transactions.withoutTenantAsWorker(repository::oldest);
    }
}
