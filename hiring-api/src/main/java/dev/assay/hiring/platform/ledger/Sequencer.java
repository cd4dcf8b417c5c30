package dev.assay.hiring.platform.ledger;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives the rows of every ledger their numbers: in batches, soon after they were committed, one
 * holder an employer. What it has not seen yet keeps its note, so nothing is ever left out; a crash
 * in between repeats, and what is numbered stays as it is.
 */
@Component
class Sequencer {

    static final String NAME = "sequencer";

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int EMPLOYERS_A_ROUND = 1_000;
    private static final int NOTES_A_ROUND = 5_000;
    private static final int BATCHES_A_TURN = 20;

    private final List<Ledger> ledgers;
    private final LedgerRepository repository;
    private final TenantTransaction transactions;

    Sequencer(List<Ledger> ledgers, LedgerRepository repository, TenantTransaction transactions) {
        this.ledgers = List.copyOf(ledgers);
        this.repository = repository;
        this.transactions = transactions;
    }

    /** One round over the employers that have something to number. */
    void run() {
        List<EmployerId> noted =
                transactions.withoutTenantAsWorker(() -> repository.noted(EMPLOYERS_A_ROUND));
        noted.forEach(this::advance);
    }

    @SuppressWarnings("IllegalCatch") // a worker's loop: one employer's fault stops no other
    private void advance(EmployerId employer) {
        var actor = new Actor.Service(employer, NAME);
        try {
            // Read first: a note we see belongs to rows we will see.
            List<UUID> notes =
                    transactions.withoutTenantAsWorker(
                            () -> repository.notesOf(employer, NOTES_A_ROUND));
            boolean drained = true;
            for (Ledger ledger : ledgers) {
                drained &= isDrained(ledger, actor);
            }
            if (drained) {
                transactions.in(actor, () -> repository.remove(employer, notes));
            }
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("employer", employer)
                    .setCause(failure)
                    .log("rows could not be numbered and will be tried again");
        }
    }

    /** One employer takes a bounded turn, so that others are not kept waiting. */
    private static boolean isDrained(Ledger ledger, Actor.Service actor) {
        for (int batch = 0; batch < BATCHES_A_TURN; batch++) {
            if (!ledger.advance(actor)) {
                return true;
            }
        }
        return false;
    }
}
