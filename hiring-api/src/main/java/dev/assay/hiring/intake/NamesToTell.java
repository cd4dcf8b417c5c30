package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells of everybody with an open application to a job whether their names are withheld now. There
 * may be any number of them, so a portion is told in the transaction that changed it, and each
 * further one in a transaction of its own soon after; whoever dies in between goes on from there.
 */
@Component
class NamesToTell implements EmployerTask {

    /** Of so many is told in one transaction. */
    static final int AT_ONCE = 1_000;

    private static final String TOPIC = "names-to-tell";

    private final Applications applications;
    private final Candidates candidates;
    private final NamesToTellRepository repository;
    private final TenantTransaction transactions;
    private final EmployerWork work;

    NamesToTell(
            Applications applications,
            Candidates candidates,
            NamesToTellRepository repository,
            TenantTransaction transactions,
            EmployerWork work) {
        this.applications = applications;
        this.candidates = candidates;
        this.repository = repository;
        this.transactions = transactions;
        this.work = work;
    }

    /**
     * To be called in the transaction of the change. What was left to tell of an earlier one is
     * told as it is now, from the first on.
     */
    void begin(Actor actor, JobId job, int atOnce) {
        Optional<CandidateId> last = portion(actor, job, Optional.empty(), atOnce);
        if (last.isPresent()) {
            repository.goOnAfter(actor.employer(), job, last.get());
            work.note(TOPIC, actor.employer());
        } else {
            repository.delete(actor.employer(), job);
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        return transactions.in(actor, () -> goOn(actor));
    }

    private boolean goOn(Actor.Service actor) {
        Optional<NamesToTellRepository.Rest> rest = repository.next(actor.employer());
        if (rest.isEmpty()) {
            return false;
        }
        JobId job = rest.get().job();
        Optional<CandidateId> last = portion(actor, job, Optional.of(rest.get().after()), AT_ONCE);
        if (last.isPresent()) {
            repository.goOnAfter(actor.employer(), job, last.get());
        } else {
            repository.delete(actor.employer(), job);
        }
        return true;
    }

    /** The last who was told of; empty when nobody comes after. */
    private Optional<CandidateId> portion(
            Actor actor, JobId job, Optional<CandidateId> after, int atOnce) {
        List<CandidateId> some =
                applications.openCandidates(NamesTold.reader(actor), job, after, atOnce);
        if (!some.isEmpty()) {
            candidates.tellWhetherHidden(actor, some);
        }
        return some.size() < atOnce ? Optional.empty() : Optional.of(some.getLast());
    }
}
