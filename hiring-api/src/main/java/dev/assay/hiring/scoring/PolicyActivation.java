package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Progress;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.scoring.BulkScoreRepository.Outdated;
import dev.assay.hiring.scoring.BulkScoreRepository.Rescored;
import dev.assay.hiring.scoring.BulkScoreRepository.Stretch;
import dev.assay.hiring.scoring.engine.PolicyRef;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.RequirementScore;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Events;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores all open applications anew under the policy in force, a thousand a step, from what their
 * current scores were computed from. The next thousand are computed while these are stored. A step
 * commits whole with its place in the list, so whatever dies in between leaves each application
 * with one current score; while a step is stored nobody puts another policy in force, and a score
 * that somebody else replaced meanwhile stays.
 */
@Component
class PolicyActivation implements OperationKind {

    private static final String NAME = "policy-activation";
    private static final String POLICY = "policy";
    private static final int AT_ONCE = 1_000;

    private final BulkScoreRepository bulk;
    private final ScoreRepository scores;
    private final PolicyRepository policies;
    private final TenantTransaction transactions;
    private final Applications applications;
    private final Skills skills;
    private final EmployerWork work;
    private final Events events;
    private final JsonMapper json;
    private final Clock clock;

    PolicyActivation(
            BulkScoreRepository bulk,
            ScoreRepository scores,
            PolicyRepository policies,
            TenantTransaction transactions,
            Applications applications,
            Skills skills,
            EmployerWork work,
            Events events,
            JsonMapper json,
            Clock clock) {
        this.bulk = bulk;
        this.scores = scores;
        this.policies = policies;
        this.transactions = transactions;
        this.applications = applications;
        this.skills = skills;
        this.work = work;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    static NewOperation of(PolicyId policy) {
        return new NewOperation(NAME, Map.of(POLICY, policy.toString()), new byte[0]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(OperationRun run) {
        var actor = new Actor.Service(run.actor().employer(), NAME);
        return new Storing(actor, run, computed(actor, run));
    }

    /** Reads some outdated scores and computes them anew; stores nothing. */
    private Computed computed(Actor.Service actor, OperationRun run) {
        Optional<ApplicationId> after =
                run.checkpoint().map(last -> new ApplicationId(UUID.fromString(last)));
        Found found =
                transactions.in(
                        actor,
                        () -> {
                            ScoringPolicy inForce = policies.held(actor.employer());
                            int number = PolicyNumber.of(inForce.ref());
                            Stretch stretch =
                                    bulk.outdated(actor.employer(), number, after, AT_ONCE);
                            Set<ApplicationId> open =
                                    applications.openAmong(
                                            actor,
                                            stretch.outdated().stream()
                                                    .map(Outdated::application)
                                                    .toList());
                            Optional<Long> total =
                                    run.checkpoint().isEmpty()
                                            ? Optional.of(
                                                    (long) bulk.count(actor.employer(), number))
                                            : Optional.empty();
                            return new Found(inForce, stretch, open, total);
                        });
        Instant now = clock.instant();
        List<ApplicationId> unknown = new ArrayList<>();
        List<Outdated> outdated = found.stretch().outdated();
        List<Rescored> rescored = new ArrayList<>(outdated.size());
        var inputs = new KeptInputs.Reader(found.inForce());
        Map<List<Requirement>, ScoreBasis.Named> bases = new HashMap<>();
        // One after the other to the end, so that what only the way there needs is gone soon.
        for (Outdated one : outdated) {
            if (!found.open().contains(one.application())) {
                continue;
            }
            if (one.inputs().isEmpty()) {
                unknown.add(one.application());
                continue;
            }
            ScoringInput input = inputs.read(one.inputs().get());
            ScoreResult result = ScoringEngine.score(input);
            ScoreBasis.Named basis = bases.get(input.requirements());
            if (basis == null) {
                basis = basis(actor, one.application(), result);
                bases.put(input.requirements(), basis);
            }
            ScoreFigures figures = ScoreFigures.of(result);
            rescored.add(Rescored.of(one, result, figures, basis.id(), told(one, figures)));
        }
        return new Computed(
                found.inForce().ref(),
                now,
                found.stretch().size() < AT_ONCE,
                found.stretch().last(),
                found.total(),
                List.copyOf(bases.values()),
                rescored,
                unknown);
    }

    /** What this score says like all others that ask for the same. */
    private ScoreBasis.Named basis(
            Actor.Service actor, ApplicationId application, ScoreResult result) {
        Set<SkillId> asked = new HashSet<>();
        for (RequirementScore requirement : result.requirements()) {
            asked.add(new SkillId(requirement.requirement().skill().id()));
        }
        Map<SkillId, Skill> named = transactions.in(actor, () -> skills.withIds(actor, asked));
        return ScoreBasis.of(ScoreMapping.score(application, result, named, clock.instant()))
                .named();
    }

    private Progress store(Actor.Service actor, OperationRun run, Computed before) {
        // Held first: from here on nobody puts another policy in force.
        PolicyRef inForce = policies.held(actor.employer()).ref();
        Computed computed = before.policy().equals(inForce) ? before : computed(actor, run);
        Set<ApplicationId> open =
                applications.openAmong(
                        actor, computed.all().stream().map(Rescored::application).toList());
        List<Rescored> wanted =
                computed.all().stream().filter(one -> open.contains(one.application())).toList();
        laterOneByOne(actor, computed);
        if (!wanted.isEmpty()) {
            scores.keep(actor.employer(), computed.bases());
            tell(
                    actor,
                    wanted,
                    bulk.store(
                            actor.employer(),
                            ScoreCause.POLICY_CHANGED,
                            PolicyNumber.of(inForce),
                            computed.at(),
                            wanted));
        }
        return progress(run, computed);
    }

    /** Those whose inputs were not kept need their evidence read again. */
    private void laterOneByOne(Actor.Service actor, Computed computed) {
        if (!computed.unknown().isEmpty()) {
            scores.noteDue(
                    actor.employer(),
                    computed.unknown(),
                    ScoreCause.POLICY_CHANGED,
                    clock.instant());
            work.note(Rescoring.TOPIC, actor.employer());
        }
    }

    private String told(Outdated one, ScoreFigures now) {
        return json.writeValueAsString(
                Scores.change(
                        one.job(), ScoreCause.POLICY_CHANGED, Optional.of(one.figures()), now));
    }

    private void tell(Actor.Service actor, List<Rescored> all, Set<ApplicationId> stored) {
        Map<UUID, String> changes = LinkedHashMap.newLinkedHashMap(all.size());
        for (Rescored one : all) {
            if (stored.contains(one.application())) {
                changes.put(one.application().value(), one.told());
            }
        }
        events.emitEach(actor, "score.changed", "application", changes);
    }

    private static Progress progress(OperationRun run, Computed computed) {
        long done = computed.all().size() + computed.unknown().size();
        if (computed.last()) {
            String policy = Objects.requireNonNull(run.parameters().get(POLICY));
            return new Progress(
                    done,
                    Optional.of(run.done() + done),
                    "end",
                    List.of(),
                    Optional.of("/v1/scoring-policies/" + policy));
        }
        return new Progress(
                done,
                computed.total(),
                computed.upTo().orElseThrow().toString(),
                List.of(),
                Optional.empty());
    }

    /** What was read of some scores. */
    private record Found(
            ScoringPolicy inForce,
            Stretch stretch,
            Set<ApplicationId> open,
            Optional<Long> total) {}

    /**
     * Some scores computed anew.
     *
     * @param last whether nothing comes after them
     * @param upTo the last application that was looked at
     * @param unknown those whose inputs nobody kept
     */
    private record Computed(
            PolicyRef policy,
            Instant at,
            boolean last,
            Optional<ApplicationId> upTo,
            Optional<Long> total,
            List<ScoreBasis.Named> bases,
            List<Rescored> all,
            List<ApplicationId> unknown) {}

    private final class Storing implements Step {

        private final Actor.Service actor;
        private final OperationRun run;
        private final Computed computed;

        Storing(Actor.Service actor, OperationRun run, Computed computed) {
            this.actor = actor;
            this.run = run;
            this.computed = computed;
        }

        @Override
        public Progress carryOut() {
            return store(actor, run, computed);
        }

        @Override
        public Optional<Progress> foreseen() {
            return Optional.of(progress(run, computed));
        }
    }
}
