package dev.assay.hiring.scoring;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationId;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An employer's scoring policies: immutable versions, of which one is in force; the standard one
 * until another is activated, and none is before somebody looked at what it would change.
 */
@Component
public class Policies {

    private final PolicyRepository repository;
    private final TenantTransaction transactions;
    private final Operations operations;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    Policies(
            PolicyRepository repository,
            TenantTransaction transactions,
            Operations operations,
            Jobs jobs,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.operations = operations;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes a version down; it changes nothing yet.
     *
     * @throws InvalidInput when evidence of a skill ages and nobody says why
     */
    public PolicyVersion draft(Actor actor, PolicyDraft draft) {
        actor.require(Permission.EDIT_POLICIES);
        requireReasons(draft);
        return transactions.in(
                actor,
                () -> {
                    // Whoever drafts at the same moment waits, or both would have one number.
                    repository.hold(actor.employer());
                    PolicyVersion policy =
                            new PolicyVersion(
                                    new PolicyId(NewIds.next()),
                                    draft.name(),
                                    draft.reason(),
                                    PolicyState.DRAFT,
                                    draft.numbered(repository.nextNumber(actor.employer())),
                                    draft.recencyReasons(),
                                    clock.instant(),
                                    actor.reference(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Version.FIRST);
                    repository.insert(actor.employer(), policy);
                    record(actor, "scoring-policy.drafted", policy);
                    return policy;
                });
    }

    /**
     * Writes a version down that starts from the one in force.
     *
     * @throws InvalidInput when its numbers do not fit together, naming each
     */
    public PolicyVersion draft(Actor actor, PolicyProposal proposal) {
        actor.require(Permission.EDIT_POLICIES);
        Optional<PolicyVersion> active = active(actor);
        return draft(
                actor,
                proposal.from(
                        active.map(PolicyVersion::numbers).orElseGet(ScoringPolicy::standard),
                        active.map(PolicyVersion::recencyReasons).orElse(Map.of())));
    }

    /**
     * @throws NotFound when this employer has no such policy
     */
    public PolicyVersion get(Actor actor, PolicyId id) {
        actor.require(Permission.READ_POLICIES);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** What scores are computed by now: the standard policy unless another is active. */
    public ScoringPolicy inForce(Actor actor) {
        return active(actor).map(PolicyVersion::numbers).orElseGet(ScoringPolicy::standard);
    }

    /** The employer's own policy that is in force; empty while the standard one is. */
    public Optional<PolicyVersion> active(Actor actor) {
        actor.require(Permission.READ_POLICIES);
        return transactions.in(actor, () -> repository.active(actor.employer()));
    }

    /** What the policy in force says, like {@link PolicyVersion#figures}. */
    public Map<String, Integer> figuresInForce(Actor actor) {
        return PolicyVersion.figures(inForce(actor));
    }

    /** Newest first. */
    public Page<PolicyVersion> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_POLICIES);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    /**
     * Begins to work out what a policy would change, at one job or at all that are open. Changes no
     * score.
     *
     * @throws NotFound when this employer has no such policy or job
     */
    public Operation preview(Actor actor, PolicyId id, Optional<JobId> job) {
        actor.require(Permission.EDIT_POLICIES);
        return transactions.in(
                actor,
                () -> {
                    find(actor, id);
                    job.ifPresent(one -> jobs.get(actor, one));
                    return operations.accept(actor, PolicyPreviewing.of(id, job));
                });
    }

    /** What a preview found, job by job. */
    public Page<PolicyEffect> effects(
            Actor actor,
            PolicyId id,
            OperationId preview,
            Optional<PageCursor> after,
            PageSize size) {
        actor.require(Permission.READ_POLICIES);
        return transactions.in(
                actor,
                () -> {
                    find(actor, id);
                    operations.get(actor, preview);
                    return repository.preview(actor.employer(), id, preview.value(), after, size);
                });
    }

    /**
     * Puts a policy in force, at once for whatever is scored from now on; all open applications are
     * scored anew in the background. Decided ones keep the score they were decided on.
     *
     * @throws NotFound when this employer has no such policy
     * @throws Conflict when nobody previewed it, or it is in force or retired
     */
    public Operation activate(Actor actor, PolicyId id) {
        actor.require(Permission.EDIT_POLICIES);
        return transactions.in(
                actor,
                () -> {
                    PolicyVersion policy = find(actor, id);
                    requirePreviewed(policy);
                    repository.putInForce(actor.employer(), id);
                    repository.retireActive(actor.employer(), clock.instant());
                    if (!repository.activate(actor.employer(), id, clock.instant())) {
                        throw new Conflict(
                                "policy-not-previewed", "Somebody else changed it meanwhile.");
                    }
                    record(actor, "scoring-policy.activated", policy);
                    return operations.accept(actor, PolicyActivation.of(id));
                });
    }

    private static void requirePreviewed(PolicyVersion policy) {
        switch (policy.state()) {
            case DRAFT ->
                    throw new Conflict(
                            "policy-not-previewed",
                            "Look at what it would change before it is activated.");
            case ACTIVE -> throw new Conflict("policy-in-force", "It is in force already.");
            case RETIRED ->
                    throw new Conflict(
                            "policy-retired", "It was in force before; draft it again instead.");
            case PREVIEW -> {}
        }
    }

    private static void requireReasons(PolicyDraft draft) {
        draft.numbers()
                .recency()
                .keySet()
                .forEach(skill -> {
                    if (!draft.recencyReasons().containsKey(skill.id())) {
                        throw new InvalidInput(
                                "/recency", "needs a reason for each skill whose evidence ages");
                    }
                });
    }

    private PolicyVersion find(Actor actor, PolicyId id) {
        return repository
                .find(actor.employer(), id)
                .orElseThrow(() -> new NotFound("scoring policy"));
    }

    private void record(Actor actor, String action, PolicyVersion policy) {
        audit.recordAndEmit(
                actor,
                action,
                "scoring-policy",
                policy.id().value(),
                Map.of("number", policy.number()));
    }
}
