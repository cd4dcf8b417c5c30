package dev.assay.hiring.platform.work;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.trace.TraceId;
import dev.assay.hiring.platform.work.EmployerWorkRepository.Note;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final Clock clock;

    WorkLoop(TenantTransaction transactions, EmployerWorkRepository repository, Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.clock = clock;
    }

    void run(EmployerTask task) {
        List<Note> waiting =
                transactions.withoutTenantAsWorker(
                        () -> repository.waiting(task.topic(), clock.instant(), EMPLOYERS_A_ROUND));
        for (Note note : waiting) {
            note.trace().orElseGet(TraceId::next).run(() -> runFor(task, note));
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
                transactions.in(actor, () -> putAway(task, actor, note));
            }
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("topic", task.topic())
                    .addKeyValue("employer", note.employer())
                    .setCause(failure)
                    .log("background work failed and will be tried again");
        }
    }

    /**
     * What is noted between the look for more and the commit has either renewed the note, or waits
     * for our lock and then finds the note as we leave it.
     */
    private void putAway(EmployerTask task, Actor.Service actor, Note note) {
        Optional<Instant> next = task.nextDue(actor);
        if (next.isPresent()) {
            repository.postpone(task.topic(), note, next.get());
        } else {
            repository.clear(task.topic(), note);
        }
    }
}
