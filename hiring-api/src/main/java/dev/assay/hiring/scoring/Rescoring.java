package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Scores due applications anew, each in a transaction that also takes it off the queue: a crash
 * repeats, never skips. What was decided meanwhile is left as it is.
 */
@Component
class Rescoring implements EmployerTask {

    static final String TOPIC = "rescoring";

    private static final int BATCH = 200;

    private final ScoreRepository repository;
    private final Scores scores;
    private final Applications applications;
    private final TenantTransaction transactions;

    Rescoring(
            ScoreRepository repository,
            Scores scores,
            Applications applications,
            TenantTransaction transactions) {
        this.repository = repository;
        this.scores = scores;
        this.applications = applications;
        this.transactions = transactions;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        for (int done = 0; done < BATCH; done++) {
            if (!transactions.in(actor, () -> rescoreOne(actor))) {
                return false;
            }
        }
        return true;
    }

    private boolean rescoreOne(Actor.Service actor) {
        var due = repository.takeDue(actor.employer());
        due.filter(taken -> applications.get(actor, taken.application()).phase().isOpen())
                .ifPresent(taken -> scores.compute(actor, taken.application(), taken.cause()));
        return due.isPresent();
    }
}
