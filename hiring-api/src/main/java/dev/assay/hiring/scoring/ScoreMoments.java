package dev.assay.hiring.scoring;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has applications scored anew at the very moment when an item of theirs ends. */
@Component
class ScoreMoments implements EmployerTask {

    static final String TOPIC = "score-moments";

    private static final int BATCH = 500;

    private final MomentRepository moments;
    private final ScoreRepository scores;
    private final TenantTransaction transactions;
    private final EmployerWork work;
    private final Clock clock;

    ScoreMoments(
            MomentRepository moments,
            ScoreRepository scores,
            TenantTransaction transactions,
            EmployerWork work,
            Clock clock) {
        this.moments = moments;
        this.scores = scores;
        this.transactions = transactions;
        this.work = work;
        this.clock = clock;
    }

    /**
     * In the transaction that scores the application.
     *
     * @param known what is expected already
     */
    void expect(
            Actor actor,
            ApplicationId application,
            Optional<Instant> known,
            Optional<Instant> next) {
        if (next.equals(known)) {
            return;
        }
        if (next.isPresent()) {
            moments.set(actor.employer(), Map.of(application, next.get()));
            work.noteAt(TOPIC, actor.employer(), next.get());
        } else {
            moments.clear(actor.employer(), List.of(application));
        }
    }

    /**
     * The same for applications that are scored for the first time, so that nothing was expected.
     */
    void expectFirst(Actor actor, Map<ApplicationId, Instant> next) {
        if (next.isEmpty()) {
            return;
        }
        moments.set(actor.employer(), next);
        work.noteAt(TOPIC, actor.employer(), Collections.min(next.values()));
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
                    Instant now = clock.instant();
                    List<ApplicationId> due = moments.due(actor.employer(), now, BATCH);
                    if (!due.isEmpty()) {
                        // The queue first, as whoever scores anew: two that do it crosswise
                        // wait for each other.
                        scores.noteDue(actor.employer(), due, ScoreCause.EVIDENCE_EXPIRED, now);
                        moments.pass(actor.employer(), due, now);
                        work.note(Rescoring.TOPIC, actor.employer());
                    }
                    return due.size() == BATCH;
                });
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return moments.next(actor.employer());
    }
}
