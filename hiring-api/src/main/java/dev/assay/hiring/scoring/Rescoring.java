package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.platform.persistence.DatabaseUnavailable;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.Backoff;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.scoring.ScoreRepository.Due;
import dev.assay.hiring.shared.Actor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Scores due applications anew, each in a transaction that also takes it off the queue: a crash
 * repeats, never skips. What was decided keeps its score, and is flagged where another would come
 * out. One that fails is left alone for a while, and the others go on.
 */
@Component
class Rescoring implements EmployerTask {

    static final String TOPIC = "rescoring";

    private static final Logger LOG = LoggerFactory.getLogger(Rescoring.class);
    private static final int BATCH = 200;

    private final ScoreRepository repository;
    private final PolicyRepository policies;
    private final Scores scores;
    private final Applications applications;
    private final TenantTransaction transactions;
    private final Counter failures;
    private final Clock clock;

    Rescoring(
            ScoreRepository repository,
            PolicyRepository policies,
            Scores scores,
            Applications applications,
            TenantTransaction transactions,
            MeterRegistry meters,
            Clock clock) {
        this.repository = repository;
        this.policies = policies;
        this.scores = scores;
        this.applications = applications;
        this.transactions = transactions;
        this.failures = meters.counter("assay.work.item.failures", "topic", TOPIC);
        this.clock = clock;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        for (int done = 0; done < BATCH; done++) {
            Optional<Due> due =
                    transactions.in(
                            actor, () -> repository.firstDue(actor.employer(), clock.instant()));
            if (due.isEmpty()) {
                return false;
            }
            rescore(actor, due.get());
        }
        return true;
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return repository.nextDue(actor.employer());
    }

    @SuppressWarnings("IllegalCatch") // a worker's loop: one application's fault stops no other
    private void rescore(Actor.Service actor, Due due) {
        try {
            transactions.in(actor, () -> takeAndRescore(actor, due));
        } catch (DatabaseUnavailable outage) {
            throw outage;
        } catch (RuntimeException failure) {
            int count = due.failures() + 1;
            transactions.in(
                    actor,
                    () ->
                            repository.leaveAlone(
                                    actor.employer(),
                                    due,
                                    count,
                                    clock.instant().plus(Backoff.after(count))));
            failures.increment();
            LOG.atError()
                    .addKeyValue("employer", actor.employer())
                    .addKeyValue("application", due.application())
                    .addKeyValue("failures", count)
                    .setCause(failure)
                    .log("an application could not be scored anew and will be tried again");
        }
    }

    private void takeAndRescore(Actor.Service actor, Due due) {
        // First, as those do who note what is due: two that do it crosswise wait for each other.
        policies.held(actor.employer());
        if (!repository.take(actor.employer(), due)) {
            return;
        }
        switch (applications.get(actor, due.application()).phase()) {
            case NEW, IN_REVIEW, INTERVIEW, OFFER ->
                    scores.compute(actor, due.application(), due.cause());
            case HIRED, REJECTED -> scores.flagIfOther(actor, due.application(), due.cause());
            case WITHDRAWN -> {}
        }
    }
}
