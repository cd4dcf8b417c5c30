package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.evidence.EvidenceRecords;
import dev.assay.hiring.evidence.RecordedEvidence;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.ScoreRepository.NewScore;
import dev.assay.hiring.scoring.ScoreRepository.Ranking;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.Events;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores: computed from what is proven, kept with their explanation, and put in order. */
@Component
public class Scores {

    private final ScoreRepository repository;
    private final PolicyRepository policies;
    private final FlagRepository flags;
    private final SuggestionRepository suggestions;
    private final VocabularySuggestions vocabulary;
    private final ScoreMoments moments;
    private final AuditTrail audit;
    private final TenantTransaction transactions;
    private final Applications applications;
    private final Credentials credentials;
    private final Candidates candidates;
    private final Jobs jobs;
    private final Skills skills;
    private final EvidenceAssembler evidence;
    private final EvidenceRecords records;
    private final Events events;
    private final Clock clock;

    Scores(
            ScoreRepository repository,
            PolicyRepository policies,
            FlagRepository flags,
            SuggestionRepository suggestions,
            VocabularySuggestions vocabulary,
            ScoreMoments moments,
            AuditTrail audit,
            TenantTransaction transactions,
            Applications applications,
            Credentials credentials,
            Candidates candidates,
            Jobs jobs,
            Skills skills,
            EvidenceAssembler evidence,
            EvidenceRecords records,
            Events events,
            Clock clock) {
        this.repository = repository;
        this.policies = policies;
        this.flags = flags;
        this.suggestions = suggestions;
        this.vocabulary = vocabulary;
        this.moments = moments;
        this.audit = audit;
        this.transactions = transactions;
        this.applications = applications;
        this.credentials = credentials;
        this.candidates = candidates;
        this.jobs = jobs;
        this.skills = skills;
        this.evidence = evidence;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Computes an application's score from what is known now, and makes it the current one; history
     * keeps the others. When nothing the score depends on has changed, the current one stays and
     * nothing is written.
     */
    public Score compute(Actor actor, ApplicationId id, ScoreCause cause) {
        return transactions.in(
                actor,
                () -> {
                    ScoringPolicy policy = policies.held(actor.employer());
                    Application application = applications.get(actor, id);
                    return kept(
                            actor,
                            application,
                            reckon(actor, application, offered(actor, application), policy),
                            repository.ranked(actor.employer(), id),
                            cause);
                });
    }

    /**
     * Like {@link #compute}, in the transaction that files the application and has at hand what it
     * brought.
     *
     * @param person all candidates who are the same person
     * @param counting the credentials that count for the application
     */
    public Score computeFirst(
            Actor actor,
            Application application,
            Set<CandidateId> person,
            List<StoredCredential> counting) {
        return transactions.in(
                actor,
                () -> {
                    ScoringPolicy policy = policies.held(actor.employer());
                    List<RecordedEvidence> recorded =
                            person.size() > 1
                                    ? records.countingFor(actor, application.id(), person)
                                    : List.of();
                    return kept(
                            actor,
                            application,
                            reckon(actor, application, new Offered(counting, recorded), policy),
                            Optional.empty(),
                            ScoreCause.SUBMITTED);
                });
    }

    private Score kept(
            Actor actor,
            Application application,
            Reckoned reckoned,
            Optional<Ranking> stands,
            ScoreCause cause) {
        ApplicationId id = application.id();
        moments.expect(
                actor,
                id,
                stands.flatMap(Ranking::moment),
                evidence.nextEnd(reckoned.offered().credentials()));
        suggestions.note(
                actor.employer(),
                Stream.concat(
                                reckoned.assembled().suggestions().stream(),
                                vocabulary
                                        .mentioned(actor, reckoned.assembled().unexplained())
                                        .stream())
                        .toList(),
                clock.instant());
        ScoreResult result = reckoned.result();
        Optional<Score> before = stands.map(Ranking::score);
        if (before.filter(current -> isReckonedAlike(current, result)).isPresent()) {
            return before.get();
        }
        Score score = ScoreMapping.score(id, result, reckoned.required(), clock.instant());
        repository.store(
                actor.employer(),
                cause,
                List.of(new NewScore(application.job(), score, result, reckoned.input())),
                stands.map(Ranking::basis).stream().collect(Collectors.toSet()));
        events.emit(
                actor,
                "score.changed",
                "application",
                id.value(),
                changed(application.job(), cause, before, score));
        return score;
    }

    /**
     * What an application would come to if something were otherwise; stores nothing.
     *
     * @throws NotFound when this employer has no such application
     * @throws InvalidInput when the job asks for none of the skills named
     * @throws Conflict when issuers would be trusted otherwise whose names are withheld
     */
    public Score whatIf(Actor actor, ApplicationId id, Hypothesis hypothesis) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    if (!hypothesis.tiers().isEmpty()) {
                        // Whose trust changes the score is whom the credentials are from.
                        candidates.requireShown(actor, application.candidate());
                    }
                    Reckoned reckoned = reckon(actor, application);
                    requireAskedFor(hypothesis, reckoned.required());
                    return shown(
                            actor,
                            ScoreMapping.score(
                                    id,
                                    ScoringEngine.score(
                                            Supposition.of(
                                                    reckoned.input(),
                                                    reckoned.offered().credentials(),
                                                    hypothesis)),
                                    reckoned.required(),
                                    clock.instant()));
                });
    }

    /**
     * Two to four applications to a job side by side, in the order given.
     *
     * @throws NotFound when this employer has no such job, or one of them is none of its
     * @throws InvalidInput when there are fewer or more, or one is named twice
     */
    public Comparison compare(Actor actor, JobId job, List<ApplicationId> ids) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        if (ids.size() < 2 || ids.size() > Comparison.MOST || Set.copyOf(ids).size() < ids.size()) {
            throw new InvalidInput("/application", "must name two to four different applications");
        }
        return transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    Map<ApplicationId, Application> found = applications.withIds(actor, ids);
                    List<Score> scores = new ArrayList<>();
                    for (ApplicationId id : ids) {
                        Application application = found.get(id);
                        if (application == null || !application.job().equals(job)) {
                            throw new NotFound("application");
                        }
                        scores.add(
                                repository
                                        .current(actor.employer(), id)
                                        .orElseThrow(() -> new NotFound("application")));
                    }
                    return Comparison.of(job.value(), scores);
                });
    }

    private static void requireAskedFor(Hypothesis hypothesis, Map<SkillId, Skill> required) {
        for (int i = 0; i < hypothesis.items().size(); i++) {
            if (!required.containsKey(hypothesis.items().get(i).skill())) {
                throw new InvalidInput(
                        "/credentials/" + i + "/skillId", "is no skill the job asks for");
            }
        }
        if (!required.keySet().containsAll(hypothesis.importances().keySet())) {
            throw new InvalidInput("/weights", "must name skills the job asks for");
        }
    }

    /** What an application comes to as things stand. */
    private Reckoned reckon(Actor actor, Application application) {
        ScoringPolicy policy = policies.held(actor.employer());
        return reckon(actor, application, offered(actor, application), policy);
    }

    /**
     * @param policy held before anything else was read, so that nothing of it changes until the
     *     transaction is over: see {@link ScoreTriggers}
     */
    private Reckoned reckon(
            Actor actor, Application application, Offered offered, ScoringPolicy policy) {
        List<Requirement> requirements = jobs.requirements(actor, application.job());
        LocalDate submittedOn = application.submittedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        Map<SkillId, Skill> required =
                skills.withIds(actor, requirements.stream().map(Requirement::skill).toList());
        EvidenceAssembler.Assembled assembled =
                evidence.assemble(
                        actor, offered.credentials(), offered.recorded(), required.values());
        ScoringInput input =
                new ScoringInput(
                        ScoreMapping.requirements(requirements),
                        assembled.items(),
                        submittedOn,
                        policy);
        return new Reckoned(input, ScoringEngine.score(input), required, offered, assembled);
    }

    private Offered offered(Actor actor, Application application) {
        // Whoever sees an application sees what counts for it.
        var reader = new Actor.Service(actor.employer(), "evidence");
        Set<CandidateId> person = candidates.samePersonIds(reader, application.candidate());
        return new Offered(
                credentials.countingFor(actor, application.id(), person),
                records.countingFor(actor, application.id(), person));
    }

    /**
     * Holds a decided application against the score it was decided on, which stays as it is: what
     * has come to light since is flagged, once, when it would have given another figure.
     */
    void flagIfOther(Actor actor, ApplicationId id, ScoreCause cause) {
        transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    Optional<Computation> then = repository.computation(actor.employer(), id);
                    if (then.isEmpty()) {
                        return;
                    }
                    Score stands = then.get().score();
                    ScoreResult result = reckon(actor, application).result();
                    Score now = ScoreMapping.figures(id, result, clock.instant());
                    if (sameFigures(stands, now)) {
                        return;
                    }
                    DecisionFlag flag =
                            new DecisionFlag(
                                    NewIds.next(),
                                    id.value(),
                                    application.job().value(),
                                    clock.instant(),
                                    cause.wireName(),
                                    application.phase().wireName(),
                                    stands.score(),
                                    now.score(),
                                    stands.mustHaves(),
                                    now.mustHaves(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty());
                    if (flags.insert(actor.employer(), flag, now.inputsDigest())) {
                        audit.record(
                                actor,
                                "decision.flagged",
                                "application",
                                id.value(),
                                Map.of("cause", cause.wireName()));
                        events.emit(
                                actor,
                                "decision.flagged",
                                "application",
                                id.value(),
                                changed(application.job(), cause, Optional.of(stands), now));
                    }
                });
    }

    /**
     * The current score.
     *
     * @throws NotFound when this employer has no such application
     */
    public Score current(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () ->
                        repository
                                .current(actor.employer(), id)
                                .filter(_ -> isSeen(actor, id))
                                .map(score -> shown(actor, score))
                                .orElseThrow(() -> new NotFound("application")));
    }

    /** Every score the application ever had, newest first. */
    public Page<ScoreHistoryEntry> history(
            Actor actor, ApplicationId id, Optional<PageCursor> after, PageSize size) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    boolean blind = !blindAmong(actor, List.of(id.value())).isEmpty();
                    return repository
                            .history(actor.employer(), id, after, size)
                            .map(entry ->
                                    blind
                                            ? new ScoreHistoryEntry(
                                                    entry.cause(), entry.score().withoutVoices())
                                            : entry);
                });
    }

    /**
     * One page of a job's applications, best first: those that may have all must-haves, then by
     * potential, then by lot.
     *
     * @throws NotFound when this employer has no such job
     */
    public Page<RankedApplication> ranking(
            Actor actor, JobId job, RankingLane lane, Optional<PageCursor> after, PageSize size) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    Page<RankedApplication> page =
                            repository.ranking(actor.employer(), job, lane, after, size);
                    Set<UUID> blind =
                            blindAmong(
                                    actor,
                                    page.items().stream()
                                            .map(ranked -> ranked.application().value())
                                            .toList());
                    return page.map(ranked ->
                            blind.contains(ranked.application().value())
                                    ? new RankedApplication(
                                            ranked.rank(),
                                            ranked.application(),
                                            ranked.score().withoutVoices())
                                    : ranked);
                });
    }

    /**
     * The place of one application in its job's ranking, from 1; empty in the lane without
     * evidence.
     */
    public Optional<Integer> rank(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor, () -> repository.rank(actor.employer(), id).filter(_ -> isSeen(actor, id)));
    }

    /** The best score among each job's applications; jobs nobody is ranked for are left out. */
    public Map<JobId, BigDecimal> best(Actor actor, Collection<JobId> jobIds) {
        JobReach reach = actor.requireSomewhere(Permission.READ_APPLICATIONS);
        List<JobId> seen = jobIds.stream().filter(job -> reach.covers(job.value())).toList();
        return transactions.in(actor, () -> repository.best(actor.employer(), seen));
    }

    /** The applications of a job that wait to be scored anew: what is shown of them is the last. */
    public Set<ApplicationId> waiting(Actor actor, JobId job) {
        JobReach reach = actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return reach.covers(job.value())
                ? transactions.in(actor, () -> repository.waiting(actor.employer(), job))
                : Set.of();
    }

    private Score shown(Actor actor, Score score) {
        return blindAmong(actor, List.of(score.applicationId())).isEmpty()
                ? score
                : score.withoutVoices();
    }

    private Set<UUID> blindAmong(Actor actor, List<UUID> ids) {
        return actor instanceof Actor.Person && !ids.isEmpty()
                ? repository.blindAmong(actor.employer(), ids)
                : Set.of();
    }

    /** Whoever holds the permission for all of the employer is spared the question. */
    private boolean isSeen(Actor actor, ApplicationId id) {
        return actor.may(Permission.READ_APPLICATIONS)
                || !applications.withIds(actor, List.of(id)).isEmpty();
    }

    static Map<String, Object> change(
            JobId job, ScoreCause cause, Optional<ScoreFigures> before, ScoreFigures after) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("job", job.toString());
        change.put("cause", cause.wireName());
        before.ifPresent(figures -> change.put("before", figures));
        change.put("after", after);
        return change;
    }

    private static Map<String, Object> changed(
            JobId job, ScoreCause cause, Optional<Score> before, Score after) {
        return change(job, cause, before.map(ScoreFigures::of), ScoreFigures.of(after));
    }

    private static boolean sameFigures(Score one, Score other) {
        return Objects.equals(text(one.score()), text(other.score()))
                && one.mustHaves().equals(other.mustHaves());
    }

    private static @Nullable String text(@Nullable BigDecimal points) {
        return points == null ? null : points.stripTrailingZeros().toPlainString();
    }

    private static boolean isReckonedAlike(Score current, ScoreResult result) {
        return current.inputsDigest().equals(result.inputsDigest().hex())
                && current.engineVersion() == result.engineVersion();
    }

    private record Reckoned(
            ScoringInput input,
            ScoreResult result,
            Map<SkillId, Skill> required,
            Offered offered,
            EvidenceAssembler.Assembled assembled) {}

    /** What counts for an application. */
    private record Offered(List<StoredCredential> credentials, List<RecordedEvidence> recorded) {}
}
