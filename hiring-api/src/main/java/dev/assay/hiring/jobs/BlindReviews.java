package dev.assay.hiring.jobs;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Blind review of the applications to a job: until one stands where it says, nobody is told who
 * applied. Whoever edits jobs may ask for it, or for more of it, at any time. To end it sooner than
 * those who applied were promised is for HR admins, and leaves a reason behind.
 */
@Component
public class BlindReviews {

    private final BlindReviewRepository repository;
    private final JobRepository jobs;
    private final StageRepository stages;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BlindReviews(
            BlindReviewRepository repository,
            JobRepository jobs,
            StageRepository stages,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.stages = stages;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Until when a job's applications are reviewed blind; empty when they are not.
     *
     * @throws NotFound when this employer has no such job
     */
    public Optional<BlindReview> of(Actor actor, JobId job) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(
                actor,
                () -> {
                    find(actor, job);
                    return repository.of(actor.employer(), job);
                });
    }

    /**
     * Says until when a job's applications are reviewed blind; it holds at once, for all that are
     * open.
     *
     * @param expected the version of the job that the caller has read
     * @param reason why it ends sooner than it did
     * @throws NotFound when this employer has no such job
     * @throws StaleVersion when somebody changed the job since
     * @throws InvalidInput when the phase is the first one, the stage none of the job's in that
     *     phase, or no reason is given to end it sooner although somebody has applied
     * @throws PermissionDenied when it would end sooner, somebody has applied, and the actor is not
     *     one to decide that
     */
    public Job change(
            Actor actor,
            JobId id,
            Version expected,
            Optional<BlindReview> wanted,
            Optional<EarlierBecause> reason) {
        actor.require(Permission.EDIT_JOBS);
        return transactions.in(
                actor,
                () -> {
                    Job job = find(actor, id);
                    List<Stage> known = stages.of(actor.employer(), id);
                    wanted.ifPresent(review -> requireSound(review, known));
                    Optional<BlindReview> before = repository.of(actor.employer(), id);
                    if (job.requirementsFrozen() && place(wanted, known) < place(before, known)) {
                        actor.require(Permission.UNMASK_CANDIDATES);
                        if (reason.isEmpty()) {
                            throw new InvalidInput(
                                    "/reason",
                                    "must say why it ends sooner than applicants were told");
                        }
                    }
                    if (!repository.change(
                            actor.employer(), id, expected, wanted, clock.instant())) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, id, wanted, reason);
                    events.publishEvent(new BlindReviewChanged(actor, id));
                    return find(actor, id);
                });
    }

    private void record(
            Actor actor, JobId job, Optional<BlindReview> wanted, Optional<EarlierBecause> reason) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("until", wanted.map(review -> review.until().wireName()).orElse("none"));
        wanted.flatMap(BlindReview::stage)
                .ifPresent(stage -> detail.put("stage", stage.toString()));
        reason.ifPresent(why -> detail.put("reason", why.wireName()));
        audit.recordAndEmit(actor, "job.blind-review-changed", "job", job.value(), detail);
    }

    private static void requireSound(BlindReview review, List<Stage> known) {
        if (review.until() == StagePhase.NEW) {
            throw new InvalidInput("/until", "must be a phase after the first one");
        }
        if (review.stage().isPresent()
                && known.stream()
                        .noneMatch(stage ->
                                stage.id().equals(review.stage().get())
                                        && stage.phase() == review.until()
                                        && !stage.retired())) {
            throw new InvalidInput("/stage", "must be a stage of the job in that phase");
        }
    }

    /** How far on it ends; stages come in the order they are gone through. */
    private static int place(Optional<BlindReview> review, List<Stage> known) {
        return review.map(one ->
                        one.until().ordinal() * (known.size() + 1)
                                + one.stage()
                                        .map(stage ->
                                                known.stream()
                                                        .map(Stage::id)
                                                        .toList()
                                                        .indexOf(stage))
                                        .orElse(0))
                .orElse(0);
    }

    private Job find(Actor actor, JobId job) {
        return jobs.find(actor.employer(), job).orElseThrow(() -> new NotFound("job"));
    }
}
