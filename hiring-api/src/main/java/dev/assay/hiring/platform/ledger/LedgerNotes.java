package dev.assay.hiring.platform.ledger;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Notes that an employer has rows to number, in the transaction that writes them. Each transaction
 * leaves a note of its own, so that writers never wait for one another here, nor for the sequencer.
 */
@Component
public class LedgerNotes {

    /**
     * Goes before the statement that writes the rows: one journey to the database instead of two.
     */
    public static final String WITH_NOTE =
            "with noted as (insert into ledger_note (employer_id, id, noted_at) values (?, ?, ?))\n";

    private final LedgerRepository repository;
    private final TenantTransaction transactions;
    private final Clock clock;

    LedgerNotes(LedgerRepository repository, TenantTransaction transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whether whoever writes rows now is to leave a note with them, by {@link #WITH_NOTE}: however
     * many rows a transaction writes, it leaves one.
     */
    public boolean isFirst() {
        return transactions.isFirst("ledger-note");
    }

    /** A note's values, in the order of the parameters that {@link #WITH_NOTE} begins with. */
    public List<Object> values(EmployerId employer) {
        return List.of(employer.value(), NewIds.next(), clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Since when the oldest row, of whichever employer, waits for its number. */
    public Optional<Instant> oldest() {
        return transactions.withoutTenantAsWorker(repository::oldest);
    }
}
