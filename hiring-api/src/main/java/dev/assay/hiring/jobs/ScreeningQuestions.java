package dev.assay.hiring.jobs;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a job asks whoever applies: read by people, never scored, and no answer rejects anybody. */
@Component
public class ScreeningQuestions {

    private static final int MOST = 50;

    private final QuestionRepository repository;
    private final Jobs jobs;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    ScreeningQuestions(
            QuestionRepository repository,
            Jobs jobs,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a question. To ask otherwise, retire one and add another.
     *
     * @throws NotFound when this employer has no such job
     * @throws Conflict when the job asks fifty already
     */
    public ScreeningQuestion add(Actor actor, JobId job, QuestionContent content) {
        actor.require(Permission.EDIT_JOBS);
        return transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    if (asked(actor, job).size() >= MOST) {
                        throw new Conflict(
                                "too-many-questions", "A job asks at most " + MOST + " questions.");
                    }
                    var question =
                            new ScreeningQuestion(
                                    NewIds.next(), job, content, clock.instant(), Optional.empty());
                    repository.insert(actor.employer(), question, actor.reference());
                    record(actor, "screening-question.added", job, question.id());
                    return question;
                });
    }

    /**
     * Asks a question no more; what was answered stands.
     *
     * @throws NotFound when the job asks no such question
     */
    public void retire(Actor actor, JobId job, UUID question) {
        actor.require(Permission.EDIT_JOBS);
        transactions.in(
                actor,
                () -> {
                    if (!repository.retire(actor.employer(), job, question, clock.instant())) {
                        throw new NotFound("question");
                    }
                    record(actor, "screening-question.retired", job, question);
                });
    }

    /**
     * All questions a job ever asked, in the order they were added.
     *
     * @throws NotFound when the actor sees no such job
     */
    public List<ScreeningQuestion> of(Actor actor, JobId job) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    return repository.of(actor.employer(), job);
                });
    }

    /** The questions that whoever applies now is asked; none of a job the actor does not see. */
    public List<ScreeningQuestion> asked(Actor actor, JobId job) {
        JobReach reach = actor.requireSomewhere(Permission.READ_JOBS);
        if (!reach.covers(job.value())) {
            return List.of();
        }
        return transactions.in(actor, () -> repository.of(actor.employer(), job)).stream()
                .filter(one -> one.retiredAt().isEmpty())
                .toList();
    }

    private void record(Actor actor, String action, JobId job, UUID question) {
        audit.recordAndEmit(
                actor, action, "job", job.value(), Map.of("question", question.toString()));
    }
}
