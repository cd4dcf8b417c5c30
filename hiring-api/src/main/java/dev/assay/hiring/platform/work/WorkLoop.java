package dev.assay.hiring.platform.work;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerWorkRepository.Note;
import dev.assay.hiring.shared.Actor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the employers that have work of a topic and runs their batches; one employer's fault does
 * not stop another's.
 */
final class WorkLoop {

    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final int EMPLOYERS_A_ROUND = 1_000;

    private final TenantTransaction transactions;
    private final EmployerWorkRepository repository;

    WorkLoop(TenantTransaction transactions, EmployerWorkRepository repository) {
        this.transactions = transactions;
        this.repository = repository;
    }

    void run(EmployerTask task) {
        List<Note> waiting =
                transactions.withoutTenantAsWorker(
                        () -> repository.waiting(task.topic(), EMPLOYERS_A_ROUND));
        for (Note note : waiting) {
            runFor(task, note);
        }
    }

    /**
     * The note goes only when its work is done, so a crash in between loses nothing; work noted
     * meanwhile has renewed the note, so it stays.
     */
    @SuppressWarnings(
            "IllegalCatch") // a worker's loop: whatever one employer's work throws, the others go
    // on
    private void runFor(EmployerTask task, Note note) {
        var actor = new Actor.Service(note.employer(), task.topic());
        try {
            if (!task.runBatch(actor)) {
                transactions.in(actor, () -> repository.clear(task.topic(), note));
            }
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("topic", task.topic())
                    .addKeyValue("employer", note.employer())
                    .setCause(failure)
                    .log("background work failed and will be tried again");
        }
    }
}
