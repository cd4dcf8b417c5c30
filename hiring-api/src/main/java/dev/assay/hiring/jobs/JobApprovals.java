package dev.assay.hiring.jobs;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Four eyes on a job before it opens, where an employer wants them: one person asks, another
 * approves or declines. What was approved is the job as it was; whoever changes it asks again.
 */
@Component
public class JobApprovals {

    private final ApprovalRepository repository;
    private final JobRepository jobs;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    JobApprovals(
            ApprovalRepository repository,
            JobRepository jobs,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** How this employer opens jobs. */
    public JobRule rule(Actor actor) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(actor, () -> repository.rule(actor.employer()));
    }

    /**
     * Says whether jobs are approved before they open, and until when the applications to new ones
     * are reviewed blind. Jobs that are there stay as they are.
     *
     * @throws StaleVersion when somebody changed it since
     * @throws InvalidInput when the phase is the first one
     */
    public JobRule changeRule(
            Actor actor, Version expected, boolean approval, Optional<StagePhase> blindUntil) {
        actor.require(Permission.EDIT_PIPELINE);
        if (blindUntil.equals(Optional.of(StagePhase.NEW))) {
            throw new InvalidInput("/blindUntil", "must be a phase after the first one");
        }
        return transactions.in(
                actor,
                () -> {
                    if (!repository.changeRule(
                            actor, expected, approval, blindUntil, clock.instant())) {
                        throw new StaleVersion(expected);
                    }
                    audit.recordAndEmit(
                            actor,
                            "job-rule.changed",
                            "employer",
                            actor.employer().value(),
                            Map.of(
                                    "approval",
                                    approval,
                                    "blindUntil",
                                    blindUntil.map(StagePhase::wireName).orElse("none")));
                    return repository.rule(actor.employer());
                });
    }

    /**
     * The steps of a job's approval, oldest first.
     *
     * @throws NotFound when this employer has no such job
     */
    public List<JobApproval> of(Actor actor, JobId job) {
        actor.require(Permission.READ_JOBS);
        return transactions.in(
                actor,
                () -> {
                    find(actor, job);
                    return repository.of(actor.employer(), job);
                });
    }

    /**
     * Asks for approval, approves or declines.
     *
     * @param seen the version of the job that whoever takes the step has read
     * @throws NotFound when this employer has no such job
     * @throws StaleVersion when somebody changed it since
     * @throws InvalidInput when somebody declines without a reason
     * @throws PermissionDenied when it is not this person's to approve
     * @throws Conflict when the job is no draft, nobody asked, or whoever asked would approve
     */
    public JobApproval take(
            Actor actor, JobId job, Version seen, ApprovalStep step, Optional<String> reason) {
        actor.require(
                step == ApprovalStep.REQUESTED ? Permission.EDIT_JOBS : Permission.APPROVE_JOBS);
        if (!(actor instanceof Actor.Person)) {
            throw new PermissionDenied(Permission.APPROVE_JOBS);
        }
        if (step == ApprovalStep.DECLINED && reason.isEmpty()) {
            throw new InvalidInput("/reason", "must say what is to be changed");
        }
        return transactions.in(
                actor,
                () -> {
                    requireLegal(actor, find(actor, job), seen, step);
                    var taken =
                            new JobApproval(
                                    NewIds.next(),
                                    seen,
                                    step,
                                    reason,
                                    actor.reference(),
                                    clock.instant());
                    repository.insert(actor.employer(), job, taken);
                    audit.recordAndEmit(
                            actor,
                            "job.approval-" + step.wireName(),
                            "job",
                            job.value(),
                            Map.of("version", seen.value()));
                    return taken;
                });
    }

    /**
     * @throws Conflict when the employer wants jobs approved, and this one is not as it is
     */
    void requireApproved(Actor actor, Job draft) {
        if (!repository.rule(actor.employer()).approval()) {
            return;
        }
        boolean approved =
                last(actor, draft.id())
                        .filter(step ->
                                step.step() == ApprovalStep.APPROVED
                                        && step.jobVersion().equals(draft.version()))
                        .isPresent();
        if (!approved) {
            throw new Conflict(
                    "approval-needed",
                    "Somebody else has to approve this job, as it is now, before it opens.");
        }
    }

    private void requireLegal(Actor actor, Job job, Version seen, ApprovalStep step) {
        if (!job.version().equals(seen)) {
            throw new StaleVersion(seen);
        }
        if (job.status() != JobStatus.DRAFT) {
            throw new Conflict("illegal-approval", "Only drafts are approved.");
        }
        if (step == ApprovalStep.REQUESTED) {
            return;
        }
        Optional<JobApproval> asked =
                last(actor, job.id())
                        .filter(last ->
                                last.step() == ApprovalStep.REQUESTED
                                        && last.jobVersion().equals(seen));
        if (asked.isEmpty()) {
            throw new Conflict(
                    "illegal-approval", "Nobody has asked for approval of the job as it is now.");
        }
        if (asked.get().takenBy().equals(actor.reference())) {
            throw new Conflict("illegal-approval", "Somebody else than who asked has to approve.");
        }
    }

    private Optional<JobApproval> last(Actor actor, JobId job) {
        List<JobApproval> steps = repository.of(actor.employer(), job);
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    private Job find(Actor actor, JobId job) {
        return jobs.find(actor.employer(), job).orElseThrow(() -> new NotFound("job"));
    }
}
