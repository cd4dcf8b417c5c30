package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Progress;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.scoring.BulkScoreRepository.Outdated;
import dev.assay.hiring.scoring.BulkScoreRepository.Rescored;
import dev.assay.hiring.scoring.engine.Candidacy;
import dev.assay.hiring.scoring.engine.Requirement;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Scores all open applications anew under the policy in force, some hundred a step, from what their
 * current scores were computed from. A step commits whole with its place in the list, so whatever
 * dies in between leaves each application with one current score; and while a step runs, nobody
 * puts another policy in force.
 */
@Component
class PolicyActivation implements OperationKind {

    private static final String NAME = "policy-activation";
    private static final String POLICY = "policy";
    private static final int AT_ONCE = 500;

    private final BulkScoreRepository bulk;
    private final ScoreRepository scores;
    private final PolicyRepository policies;
    private final Applications applications;
    private final Skills skills;
    private final EmployerWork work;
    private final Events events;
    private final Clock clock;

    PolicyActivation(
            BulkScoreRepository bulk,
            ScoreRepository scores,
            PolicyRepository policies,
            Applications applications,
            Skills skills,
            EmployerWork work,
            Events events,
            Clock clock) {
        this.bulk = bulk;
        this.scores = scores;
        this.policies = policies;
        this.applications = applications;
        this.skills = skills;
        this.work = work;
        this.events = events;
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
        String policy = Objects.requireNonNull(run.parameters().get(POLICY));
        var actor = new Actor.Service(run.actor().employer(), NAME);
        return () -> step(actor, run, policy);
    }

    private Progress step(Actor.Service actor, OperationRun run, String policy) {
        ScoringPolicy inForce = policies.held(actor.employer());
        int number = PolicyNumber.of(inForce.ref());
        Optional<ApplicationId> after =
                run.checkpoint().map(last -> new ApplicationId(UUID.fromString(last)));
        List<Outdated> outdated = bulk.outdated(actor.employer(), number, after, AT_ONCE);
        long done = rescore(actor, outdated, inForce);
        String result = "/v1/scoring-policies/" + policy;
        if (outdated.size() < AT_ONCE) {
            return new Progress(
                    done, Optional.of(run.done() + done), "end", List.of(), Optional.of(result));
        }
        return new Progress(
                done,
                run.checkpoint().isEmpty()
                        ? Optional.of((long) bulk.count(actor.employer(), number) + done)
                        : Optional.empty(),
                outdated.getLast().application().toString(),
                List.of(),
                Optional.empty());
    }

    private long rescore(Actor.Service actor, List<Outdated> outdated, ScoringPolicy policy) {
        Map<ApplicationId, Application> found =
                applications.withIds(actor, outdated.stream().map(Outdated::application).toList());
        List<Outdated> open =
                outdated.stream()
                        .filter(one -> found.containsKey(one.application()))
                        .filter(one ->
                                Objects.requireNonNull(found.get(one.application()))
                                        .phase()
                                        .isOpen())
                        .toList();
        Instant now = clock.instant();
        laterOneByOne(actor, open, now);
        List<Computed> computed =
                open.stream()
                        .filter(one -> one.inputs().isPresent())
                        .map(one -> new Computed(one, input(one, policy)))
                        .toList();
        Map<SkillId, Skill> named =
                skills.withIds(
                        actor,
                        computed.stream()
                                .flatMap(one -> one.input().requirements().stream())
                                .map(Requirement::skill)
                                .map(skill -> new SkillId(skill.id()))
                                .collect(Collectors.toSet()));
        List<Rescored> all = new ArrayList<>();
        for (Computed one : computed) {
            ScoreResult result = ScoringEngine.score(one.input());
            Score score = ScoreMapping.score(one.outdated().application(), result, named, now);
            all.add(
                    new Rescored(
                            score,
                            result,
                            one.input(),
                            new Candidacy(
                                    one.outdated().job().value(),
                                    one.outdated().application().value())));
            tell(actor, one.outdated(), score);
        }
        bulk.store(actor.employer(), ScoreCause.POLICY_CHANGED, all);
        return open.size();
    }

    /** Those whose inputs were not kept need their evidence read again. */
    private void laterOneByOne(Actor.Service actor, List<Outdated> open, Instant now) {
        List<ApplicationId> unknown =
                open.stream()
                        .filter(one -> one.inputs().isEmpty())
                        .map(Outdated::application)
                        .toList();
        if (!unknown.isEmpty()) {
            scores.noteDue(actor.employer(), unknown, ScoreCause.POLICY_CHANGED, now);
            work.note(Rescoring.TOPIC, actor.employer());
        }
    }

    private void tell(Actor.Service actor, Outdated before, Score after) {
        events.emit(
                actor,
                "score.changed",
                "application",
                before.application().value(),
                Scores.change(
                        before.job(),
                        ScoreCause.POLICY_CHANGED,
                        Optional.of(before.score()),
                        after));
    }

    private static ScoringInput input(Outdated one, ScoringPolicy policy) {
        return ScoringInputJson.read(one.inputs().orElseThrow(), policy);
    }

    private record Computed(Outdated outdated, ScoringInput input) {}
}
