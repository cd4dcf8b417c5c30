package dev.assay.hiring.scoring;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.JobSummary;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Progress;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.PolicyRepository.Ranked;
import dev.assay.hiring.scoring.engine.Candidacy;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replays what current scores were computed from under another policy, a job a step. Reads nothing
 * of anybody but figures.
 */
@Component
class PolicyPreviewing implements OperationKind {

    private static final String NAME = "policy-preview";
    private static final String POLICY = "policy";
    private static final String JOB = "job";
    private static final int AT_ONCE = 1_000;

    /** The parts of a cursor of the list of jobs. */
    private static final int CURSOR = 2;

    private final PolicyRepository repository;
    private final TenantTransaction transactions;
    private final Jobs jobs;
    private final Clock clock;

    PolicyPreviewing(
            PolicyRepository repository, TenantTransaction transactions, Jobs jobs, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    static NewOperation of(PolicyId policy, Optional<JobId> job) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put(POLICY, policy.toString());
        job.ifPresent(one -> parameters.put(JOB, one.toString()));
        return new NewOperation(NAME, parameters, new byte[0]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(OperationRun run) {
        Actor actor = run.actor();
        PolicyId policy =
                new PolicyId(UUID.fromString(Objects.requireNonNull(run.parameters().get(POLICY))));
        Optional<Place> place = place(actor, run);
        if (place.isEmpty()) {
            return () -> ended(actor, run, policy, 0);
        }
        PolicyEffect effect = effect(actor, run, policy, place.get().job());
        return () -> {
            repository.insertPreview(
                    actor.employer(), run.id().value(), policy, effect, clock.instant());
            return place.get().next().isEmpty()
                    ? ended(actor, run, policy, 1)
                    : new Progress(
                            1,
                            Optional.empty(),
                            place.get().next().get(),
                            List.of(),
                            Optional.empty());
        };
    }

    private Progress ended(Actor actor, OperationRun run, PolicyId policy, int done) {
        repository.markPreviewed(actor.employer(), policy);
        return new Progress(
                done,
                Optional.of(run.done() + done),
                "end",
                List.of(),
                Optional.of("/v1/scoring-policies/" + policy + "/previews/" + run.id()));
    }

    /** The job this step is about; a checkpoint is where the list of open jobs goes on. */
    private Optional<Place> place(Actor actor, OperationRun run) {
        @Nullable String one = run.parameters().get(JOB);
        if (one != null) {
            return Optional.of(new Place(new JobId(UUID.fromString(one)), Optional.empty()));
        }
        Page<JobSummary> page =
                transactions.in(
                        actor,
                        () ->
                                jobs.list(
                                        actor,
                                        Optional.of(JobStatus.OPEN),
                                        run.checkpoint()
                                                .map(cursor -> PageCursor.parse(cursor, CURSOR)),
                                        new PageSize(1)));
        return page.items().stream()
                .findFirst()
                .map(job -> new Place(job.id(), page.next().map(PageCursor::encoded)));
    }

    private PolicyEffect effect(Actor actor, OperationRun run, PolicyId policy, JobId job) {
        ScoringPolicy then =
                transactions.in(
                        actor,
                        () ->
                                repository
                                        .find(actor.employer(), policy)
                                        .orElseThrow(() -> new NotFound("scoring policy"))
                                        .numbers());
        ScoringPolicy now =
                transactions.in(
                        actor,
                        () ->
                                repository
                                        .active(actor.employer())
                                        .map(PolicyVersion::numbers)
                                        .orElseGet(ScoringPolicy::standard));
        List<PolicyEffect.Pair> pairs = new ArrayList<>();
        int unmeasured = 0;
        Optional<ApplicationId> last = Optional.empty();
        List<Ranked> some;
        do {
            Optional<ApplicationId> after = last;
            some =
                    transactions.in(
                            actor, () -> repository.inputs(actor.employer(), job, after, AT_ONCE));
            for (Ranked one : some) {
                if (one.inputs().isEmpty()) {
                    unmeasured++;
                } else {
                    pairs.add(pair(job, one, now, then));
                }
                last = Optional.of(one.application());
            }
        } while (some.size() == AT_ONCE);
        return PolicyEffect.of(run.id().value(), job.value(), pairs, unmeasured);
    }

    private static PolicyEffect.Pair pair(
            JobId job, Ranked one, ScoringPolicy now, ScoringPolicy then) {
        ScoringInput before = KeptInputs.read(one.inputs().orElseThrow(), now);
        ScoringInput after =
                new ScoringInput(
                        before.requirements(), before.evidence(), before.submittedOn(), then);
        var candidacy = new Candidacy(job.value(), one.application().value());
        return new PolicyEffect.Pair(
                one.application(),
                PolicyEffect.Outcome.of(ScoringEngine.score(before), candidacy),
                PolicyEffect.Outcome.of(ScoringEngine.score(after), candidacy));
    }

    private record Place(JobId job, Optional<String> next) {}
}
