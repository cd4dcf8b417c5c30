package dev.assay.hiring.applications;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStages;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
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
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Applications: who applied to what, when, and where it stands. */
@Component
public class Applications {

    private final ApplicationRepository repository;
    private final TransitionRepository transitions;
    private final TenantTransaction transactions;
    private final Jobs jobs;
    private final JobStages stages;
    private final OwnReasons reasons;
    private final Candidates candidates;
    private final PersonalVault vault;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Events outbox;
    private final Clock clock;

    Applications(
            ApplicationRepository repository,
            TransitionRepository transitions,
            TenantTransaction transactions,
            Jobs jobs,
            JobStages stages,
            OwnReasons reasons,
            Candidates candidates,
            PersonalVault vault,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Events outbox,
            Clock clock) {
        this.repository = repository;
        this.transitions = transitions;
        this.transactions = transactions;
        this.jobs = jobs;
        this.stages = stages;
        this.reasons = reasons;
        this.candidates = candidates;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Files applications to a job, and seals what came in as it came. Each is filed that can be:
     * empty, at its place, for who has an open application to the job already, be it one that
     * stands before in this list.
     *
     * @throws Conflict when the job takes no applications
     */
    public List<Optional<Application>> file(Actor actor, JobId job, List<NewApplication> all) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    jobs.acceptApplication(actor, job);
                    Optional<StageId> stage =
                            stages.first(actor, job, StagePhase.NEW).map(Stage::id);
                    Instant now = clock.instant();
                    Map<Application, NewApplication> wanted = new LinkedHashMap<>();
                    for (NewApplication one : withoutOpenOnes(actor, job, all)) {
                        wanted.put(application(actor, job, stage, one, now), one);
                    }
                    Set<ApplicationId> filed =
                            wanted.isEmpty()
                                    ? Set.of()
                                    : repository.insert(actor.employer(), wanted.keySet());
                    wanted.keySet().removeIf(one -> !filed.contains(one.id()));
                    keep(actor, wanted);
                    Map<NewApplication, Application> made = new IdentityHashMap<>();
                    wanted.forEach((application, one) -> made.put(one, application));
                    return all.stream().map(one -> Optional.ofNullable(made.get(one))).toList();
                });
    }

    /** What {@link #file} leaves empty. */
    public static Conflict openAlready() {
        return new Conflict(
                "already-applied", "This candidate has an open application to this job already.");
    }

    /**
     * Merged candidates are one person, whom the index on one candidate's rows does not know; the
     * lock makes a merge at the same moment wait. Who is new is nobody else.
     */
    private List<NewApplication> withoutOpenOnes(Actor actor, JobId job, List<NewApplication> all) {
        Map<CandidateId, Set<CandidateId>> persons =
                candidates.holdPersons(
                        actor,
                        all.stream()
                                .map(NewApplication::applicant)
                                .filter(applicant -> !applicant.isNew())
                                .map(applicant -> applicant.candidate().id())
                                .collect(Collectors.toSet()));
        Set<CandidateId> taken =
                new HashSet<>(
                        repository.openFor(
                                actor.employer(),
                                job,
                                persons.values().stream()
                                        .flatMap(Set::stream)
                                        .collect(Collectors.toSet())));
        List<NewApplication> wanted = new ArrayList<>();
        for (NewApplication one : all) {
            CandidateId candidate = one.applicant().candidate().id();
            if (Collections.disjoint(persons.getOrDefault(candidate, Set.of(candidate)), taken)) {
                taken.add(candidate);
                wanted.add(one);
            }
        }
        return wanted;
    }

    private static Application application(
            Actor actor, JobId job, Optional<StageId> stage, NewApplication one, Instant now) {
        return new Application(
                new ApplicationId(NewIds.next()),
                job,
                one.applicant().candidate().id(),
                ApplicationPhase.NEW,
                stage,
                now,
                now,
                actor.reference(),
                one.source(),
                Version.FIRST);
    }

    private void keep(Actor actor, Map<Application, NewApplication> filed) {
        if (filed.isEmpty()) {
            return;
        }
        PersonKeys keys =
                vault.keys(
                        actor,
                        filed.keySet().stream().map(one -> one.candidate().person()).toList());
        Map<ApplicationId, byte[]> sealed = new LinkedHashMap<>();
        Map<UUID, Map<String, Object>> records = new LinkedHashMap<>();
        Map<UUID, Map<String, Object>> told = new LinkedHashMap<>();
        filed.forEach((application, one) -> {
            UUID id = application.id().value();
            String job = application.job().toString();
            sealed.put(
                    application.id(), keys.seal(application.candidate().person(), one.received()));
            // Not the channel: submitters write what they like there.
            records.put(id, Map.of("job", job));
            told.put(id, Map.of("job", job, "candidate", application.candidate().toString()));
        });
        repository.insertReceived(actor.employer(), sealed);
        audit.recordEach(actor, "application.filed", "application", records);
        outbox.emitSome(actor, "application.submitted", "application", told);
    }

    /**
     * What was handed in, byte for byte; empty once the candidate is erased.
     *
     * @throws NotFound when the actor sees no such application
     */
    public Optional<byte[]> received(Actor actor, ApplicationId id) {
        return transactions.in(
                actor,
                () -> {
                    PersonId person = get(actor, id).candidate().person();
                    return repository
                            .received(actor.employer(), id)
                            .flatMap(sealed ->
                                    vault.keys(actor, List.of(person)).open(person, sealed));
                });
    }

    /**
     * @throws NotFound when this employer has no such application
     */
    public Application get(Actor actor, ApplicationId id) {
        return withIds(actor, List.of(id)).values().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("application"));
    }

    /**
     * Moves an application on: into another phase, where it comes to the first stage or the one
     * that is named, or to another stage of the phase it is in. A rejection is a person's alone;
     * the database holds to that too.
     *
     * @param expected the version the caller saw, if they insist on it
     * @throws NotFound when this employer has no such application
     * @throws InvalidInput when the reason does not fit, or the stage is none of the job's
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when it may not go there from where it stands, naming where it may, or the
     *     candidate has another open application to the job
     * @throws PermissionDenied when a machine tries to reject
     */
    public Application move(Actor actor, ApplicationId id, Optional<Version> expected, Move move) {
        actor.require(Permission.MOVE_APPLICATIONS);
        if (move.isRejection() && !(actor instanceof Actor.Person)) {
            throw new PermissionDenied(Permission.MOVE_APPLICATIONS);
        }
        return transactions.in(
                actor,
                () -> {
                    Application before = get(actor, id);
                    Version seen = expected.orElse(before.version());
                    if (!seen.equals(before.version())) {
                        throw new StaleVersion(seen);
                    }
                    Transition transition = transition(actor, before, move);
                    if (!transitions.move(actor.employer(), before, transition)) {
                        throw new StaleVersion(seen);
                    }
                    transitions.insert(actor.employer(), transition);
                    record(actor, transition);
                    events.publishEvent(new ApplicationMoved(actor, transition));
                    return get(actor, id);
                });
    }

    private Transition transition(Actor actor, Application before, Move move) {
        Optional<Stage> named = move.stage().map(stage -> stage(actor, before.job(), stage));
        ApplicationPhase to = move.phase(named);
        Optional<Reason> reason = move.reason().map(code -> reasons.named(actor, code));
        move.requireSound(to, reason);
        Optional<StageId> stage =
                named.or(() ->
                                to.divided()
                                        .filter(_ -> before.phase() != to)
                                        .flatMap(phase -> stages.first(actor, before.job(), phase)))
                        .map(Stage::id);
        requireLegal(actor, before, to, named);
        return new Transition(
                NewIds.next(),
                before.id(),
                before.phase(),
                to,
                before.stage(),
                stage,
                clock.instant(),
                actor.reference(),
                reason.map(Reason::code),
                reason.flatMap(Reason::own),
                move.overrideReason());
    }

    private Stage stage(Actor actor, JobId job, StageId id) {
        Stage stage =
                Optional.ofNullable(stages.withIds(actor, List.of(id)).get(id))
                        .filter(one -> one.job().equals(job))
                        .orElseThrow(() ->
                                new InvalidInput("/stage", "is no stage of the job applied to"));
        if (stage.retired()) {
            throw new InvalidInput("/stage", "is retired: nobody is moved there any more");
        }
        return stage;
    }

    /**
     * The moves of an application, in the order they were made.
     *
     * @throws NotFound when this employer has no such application
     */
    public Page<Transition> transitions(
            Actor actor, ApplicationId id, Optional<PageCursor> after, PageSize size) {
        return transactions.in(
                actor,
                () -> {
                    get(actor, id);
                    return transitions.of(actor.employer(), id, after, size);
                });
    }

    /**
     * The last move of an application; empty when it stands where it was filed.
     *
     * @throws NotFound when this employer has no such application
     */
    public Optional<Transition> lastMove(Actor actor, ApplicationId id) {
        return transactions.in(
                actor,
                () -> {
                    get(actor, id);
                    return transitions.last(actor.employer(), id);
                });
    }

    private void requireLegal(
            Actor actor, Application before, ApplicationPhase to, Optional<Stage> named) {
        boolean within =
                before.phase() == to
                        && named.filter(stage -> !before.stage().equals(Optional.of(stage.id())))
                                .isPresent();
        if (!within && !before.phase().next().contains(to)) {
            throw new Conflict(
                    "illegal-transition",
                    "From %s an application cannot go to %s; %s."
                            .formatted(
                                    before.phase().wireName(),
                                    to.wireName(),
                                    legal(actor, before)));
        }
        if (!before.phase().isOpen() && transitions.hasOpenTwin(actor.employer(), before)) {
            throw new Conflict(
                    "already-applied",
                    "This candidate has another open application to this job by now.");
        }
    }

    private String legal(Actor actor, Application before) {
        String phases =
                before.phase().next().stream()
                        .map(ApplicationPhase::wireName)
                        .collect(Collectors.joining(", "));
        if (phases.isEmpty()) {
            return "it goes nowhere from there";
        }
        String beside =
                stages.of(actor, before.job()).stream()
                        .filter(stage ->
                                !stage.retired()
                                        && before.phase() == ApplicationPhase.of(stage.phase())
                                        && !before.stage().equals(Optional.of(stage.id())))
                        .map(Stage::name)
                        .collect(Collectors.joining(", "));
        return "the legal moves are: "
                + phases
                + (beside.isEmpty()
                        ? ""
                        : "; and within %s the stages: %s"
                                .formatted(before.phase().wireName(), beside));
    }

    private void record(Actor actor, Transition transition) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", transition.from().wireName());
        detail.put("to", transition.to().wireName());
        transition.toStage().ifPresent(stage -> detail.put("stage", stage.toString()));
        transition.reason().ifPresent(reason -> detail.put("reason", reason.wireName()));
        transition.ownReason().ifPresent(reason -> detail.put("ownReason", reason));
        audit.recordAndEmit(
                actor,
                "application.moved",
                "application",
                transition.application().value(),
                detail);
    }

    /** Those of these applications that the actor sees, by id. */
    public Map<ApplicationId, Application> withIds(Actor actor, Collection<ApplicationId> ids) {
        JobReach reach = actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.withIds(actor.employer(), ids)).stream()
                .filter(application -> reach.covers(application.job().value()))
                .collect(Collectors.toMap(Application::id, Function.identity()));
    }

    /**
     * The open applications to a job, first those that stand longest where they stand.
     *
     * @param atMost how many to read
     */
    public List<Application> openOf(Actor actor, JobId job, int atMost) {
        JobReach reach = actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return reach.covers(job.value())
                ? transactions.in(actor, () -> repository.openOf(actor.employer(), job, atMost))
                : List.of();
    }

    /** Which of these are open: neither decided nor withdrawn. */
    public Set<ApplicationId> openAmong(Actor actor, Collection<ApplicationId> ids) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.openAmong(actor.employer(), ids));
    }

    /** The applications of these candidates, oldest first. */
    public List<Application> ofEach(Actor actor, Collection<CandidateId> candidates) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.ofEach(actor.employer(), candidates));
    }

    /** How many applications each of these jobs has. */
    public Map<JobId, Integer> counts(Actor actor, Collection<JobId> jobIds) {
        JobReach reach = actor.requireSomewhere(Permission.READ_APPLICATIONS);
        List<JobId> seen = jobIds.stream().filter(job -> reach.covers(job.value())).toList();
        return transactions.in(actor, () -> repository.counts(actor.employer(), seen));
    }

    /** Whose application to a job is open, by id. */
    public List<CandidateId> openCandidates(
            Actor actor, JobId job, Optional<CandidateId> after, int atMost) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor, () -> repository.openCandidates(actor.employer(), job, after, atMost));
    }

    /** The applications to a job that were not withdrawn, decided ones among them. */
    public List<ApplicationId> standingOf(Actor actor, JobId job) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.standingOf(actor.employer(), job));
    }
}
