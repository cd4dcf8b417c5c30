package dev.assay.hiring.disputes;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.disputes.DisputeRepository.Stored;
import dev.assay.hiring.evidence.EvidenceRecords;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.scoring.ScoreCause;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Disputes: candidates say what is wrong, and a person answers in time. While one is open, nobody
 * is rejected without a reason why that could not wait ({@link DisputeRules}).
 */
@Component
@EnableConfigurationProperties(DisputeProperties.class)
public class Disputes {

    /** More at a time are no help to anybody. */
    private static final int MOST_OPEN = 20;

    private final DisputeRepository repository;
    private final Applications applications;
    private final Candidates candidates;
    private final Credentials credentials;
    private final EvidenceRecords evidence;
    private final Scores scores;
    private final Members members;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final EmployerWork work;
    private final ApplicationEventPublisher events;
    private final DisputeProperties properties;
    private final Clock clock;

    Disputes(
            DisputeRepository repository,
            Applications applications,
            Candidates candidates,
            Credentials credentials,
            EvidenceRecords evidence,
            Scores scores,
            Members members,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            EmployerWork work,
            ApplicationEventPublisher events,
            DisputeProperties properties,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.candidates = candidates;
        this.credentials = credentials;
        this.evidence = evidence;
        this.scores = scores;
        this.members = members;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.work = work;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** How long the employer has to answer. */
    public Duration answeredWithin() {
        return properties.answerWithin();
    }

    /**
     * Opens a dispute, for the candidate by their link or by whoever they told.
     *
     * @throws NotFound when this employer has no such application, or its candidate was erased
     * @throws InvalidInput when it is about something that is none of the application's
     * @throws Conflict when so many are open already
     */
    public DisputeView open(Actor actor, ApplicationId id, NewDispute dispute) {
        actor.require(Permission.EDIT_DISPUTES);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    Candidate candidate = candidates.get(actor, application.candidate());
                    Score score = scores.current(actor, id);
                    requireItsOwn(actor, application, score, dispute);
                    if (repository.countOpen(actor.employer(), id) >= MOST_OPEN) {
                        throw new Conflict(
                                "too-many-disputes",
                                "So many disputes of this application wait for an answer already; add to one of them.");
                    }
                    Instant now = clock.instant();
                    var opened =
                            new Dispute(
                                    new DisputeId(NewIds.next()),
                                    id,
                                    candidate.id(),
                                    dispute.kind(),
                                    dispute.of(),
                                    now,
                                    actor.reference(),
                                    now.plus(properties.answerWithin()),
                                    Optional.ofNullable(score.score()),
                                    DisputeState.OPEN,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Version.FIRST);
                    repository.insert(
                            actor.employer(),
                            opened,
                            vault.seal(
                                    actor,
                                    candidate.id().person(),
                                    dispute.statement().getBytes(StandardCharsets.UTF_8)));
                    work.noteAt(DisputeDeadlines.TOPIC, actor.employer(), opened.dueAt());
                    audit.recordAndEmit(
                            actor,
                            "dispute.opened",
                            "dispute",
                            opened.id().value(),
                            Map.of(
                                    "application", id.toString(),
                                    "about", dispute.kind().wireName(),
                                    "dueAt", opened.dueAt().toString()));
                    return view(actor, opened.id());
                });
    }

    /**
     * @throws NotFound when this employer has no such dispute
     */
    public DisputeView get(Actor actor, DisputeId id) {
        actor.require(Permission.READ_DISPUTES);
        return transactions.in(actor, () -> view(actor, id));
    }

    /** Disputes, what is due soonest first, without the words of either side. */
    public Page<Dispute> list(
            Actor actor, DisputeFilter filter, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_DISPUTES);
        return transactions.in(
                actor,
                () ->
                        repository
                                .page(actor.employer(), filter, clock.instant(), after, size)
                                .map(Stored::dispute));
    }

    /** Whether nobody answered it in time so far. */
    public boolean isOverdue(Dispute dispute) {
        return dispute.isOverdueAt(clock.instant());
    }

    /** How many wait for an answer. */
    public int waiting(Actor actor) {
        actor.require(Permission.READ_DISPUTES);
        return transactions.in(actor, () -> repository.countWaiting(actor.employer()));
    }

    /**
     * The disputes of an application, oldest first.
     *
     * @throws NotFound when this employer has no such application
     */
    public List<DisputeView> of(Actor actor, ApplicationId id) {
        actor.require(Permission.READ_DISPUTES);
        return transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    return repository.of(actor.employer(), id).stream()
                            .map(stored -> view(actor, stored))
                            .toList();
                });
    }

    /**
     * A person answers, and puts right what was wrong; the application is scored anew in the same
     * transaction, or flagged where it was decided.
     *
     * @param expected the version the caller saw, if they insist on it
     * @throws PermissionDenied unless the actor is a person who may
     * @throws NotFound when this employer has no such dispute
     * @throws Conflict when it was answered already, or the actor rejected the application and
     *     somebody else could answer
     * @throws InvalidInput when a dispute that is not upheld is to put something right
     * @throws StaleVersion when somebody was faster
     */
    public DisputeView resolve(
            Actor actor, DisputeId id, Optional<Version> expected, Resolution resolution) {
        actor.require(Permission.EDIT_DISPUTES);
        if (!(actor instanceof Actor.Person person)) {
            throw new PermissionDenied(Permission.EDIT_DISPUTES);
        }
        if (resolution.outcome() == DisputeOutcome.NOT_UPHELD && resolution.corrects()) {
            throw new InvalidInput(
                    "/corrections", "belong to a dispute that is upheld, or partly so");
        }
        return transactions.in(
                actor,
                () -> {
                    Dispute before = stored(actor, id).dispute();
                    requireOpen(before, expected);
                    requireNotOwnDecision(person, before);
                    correct(actor, before, resolution);
                    Dispute resolved =
                            closed(
                                    actor,
                                    before,
                                    DisputeState.RESOLVED,
                                    Optional.of(resolution.outcome()),
                                    Optional.ofNullable(scored(actor, before).score()));
                    byte[] answer =
                            vault.seal(
                                    actor,
                                    before.candidate().person(),
                                    resolution.answer().getBytes(StandardCharsets.UTF_8));
                    if (!repository.close(actor.employer(), resolved, answer)) {
                        throw new StaleVersion(before.version());
                    }
                    recordResolved(actor, resolved);
                    events.publishEvent(new DisputeResolved(actor, resolved));
                    return view(actor, id);
                });
    }

    /** Ends an open dispute of somebody who is erased: there is nobody to answer. */
    void lapse(Actor actor, Dispute open) {
        Dispute lapsed =
                closed(actor, open, DisputeState.LAPSED, Optional.empty(), Optional.empty());
        if (repository.close(actor.employer(), lapsed, null)) {
            audit.recordAndEmit(
                    actor,
                    "dispute.lapsed",
                    "dispute",
                    open.id().value(),
                    Map.of("application", open.application().toString()));
        }
    }

    /** The words of both sides, opened; to be called inside the transaction. */
    DisputeView view(Actor actor, Stored stored) {
        PersonKeys keys = vault.keys(actor, List.of(stored.dispute().candidate().person()));
        Dispute dispute = stored.dispute();
        boolean withheld = isWithheld(actor, dispute);
        return new DisputeView(
                dispute,
                isOverdue(dispute),
                withheld && !dispute.openedBy().equals(actor.reference())
                        ? Optional.empty()
                        : words(keys, stored, stored.statement()),
                withheld && !dispute.closedBy().equals(Optional.of(actor.reference()))
                        ? Optional.empty()
                        : stored.answer().flatMap(sealed -> words(keys, stored, sealed)));
    }

    /** While a candidate is reviewed blind, HR admins answer them: somebody has to read it. */
    private boolean isWithheld(Actor actor, Dispute dispute) {
        return !actor.may(Permission.UNMASK_CANDIDATES)
                && candidates.isHidden(actor, dispute.candidate());
    }

    private static Optional<String> words(PersonKeys keys, Stored stored, byte[] sealed) {
        return keys.open(stored.dispute().candidate().person(), sealed)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private DisputeView view(Actor actor, DisputeId id) {
        return view(actor, stored(actor, id));
    }

    private Stored stored(Actor actor, DisputeId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("dispute"));
    }

    private void requireItsOwn(
            Actor actor, Application application, Score score, NewDispute dispute) {
        UUID which = dispute.of().orElse(null);
        boolean known =
                switch (dispute.kind()) {
                    case REQUIREMENT ->
                            score.requirements().stream()
                                    .anyMatch(need -> need.skill().id().equals(which));
                    case CREDENTIAL ->
                            credentials
                                    .countingFor(actor, application.id(), application.candidate())
                                    .stream()
                                    .anyMatch(one -> one.id().value().equals(which));
                    case EVIDENCE ->
                            evidence.of(actor, application.id()).stream()
                                    .anyMatch(one -> one.id().value().equals(which));
                    case SCORE, PROFILE, DECISION, OTHER -> true;
                };
        if (!known) {
            throw new InvalidInput("/about/id", "is none of this application's");
        }
    }

    private static void requireOpen(Dispute dispute, Optional<Version> expected) {
        if (dispute.state() != DisputeState.OPEN) {
            throw new Conflict(
                    "dispute-closed",
                    "This dispute is " + dispute.state().wireName() + " already.");
        }
        expected.filter(seen -> !seen.equals(dispute.version()))
                .ifPresent(seen -> {
                    throw new StaleVersion(seen);
                });
    }

    /** Nobody looks again at what they decided, unless there is nobody else. */
    private void requireNotOwnDecision(Actor.Person actor, Dispute dispute) {
        boolean own =
                applications
                        .lastMove(actor, dispute.application())
                        .filter(move ->
                                move.to() == ApplicationPhase.REJECTED
                                        && move.movedBy().equals(actor.reference()))
                        .isPresent();
        if (own && members.othersHold(actor, Permission.EDIT_DISPUTES)) {
            throw new Conflict(
                    "own-decision",
                    "You rejected this application yourself, so somebody else has to answer.");
        }
    }

    private void correct(Actor actor, Dispute dispute, Resolution resolution) {
        resolution
                .profile()
                .ifPresent(profile ->
                        candidates.correct(
                                actor,
                                dispute.candidate(),
                                candidates.get(actor, dispute.candidate()).version(),
                                profile));
        resolution
                .withdrawn()
                .forEach(item -> evidence.withdraw(actor, dispute.application(), item));
    }

    /** A decided application keeps its score; what is other now is flagged soon after. */
    private Score scored(Actor actor, Dispute dispute) {
        return applications.get(actor, dispute.application()).phase().isOpen()
                ? scores.compute(actor, dispute.application(), ScoreCause.DISPUTE_RESOLVED)
                : scores.current(actor, dispute.application());
    }

    private Dispute closed(
            Actor actor,
            Dispute open,
            DisputeState state,
            Optional<DisputeOutcome> outcome,
            Optional<BigDecimal> scoreNow) {
        return new Dispute(
                open.id(),
                open.application(),
                open.candidate(),
                open.kind(),
                open.of(),
                open.openedAt(),
                open.openedBy(),
                open.dueAt(),
                open.scoreThen(),
                state,
                outcome,
                Optional.of(clock.instant()),
                Optional.of(actor.reference()),
                scoreNow,
                open.version());
    }

    private void recordResolved(Actor actor, Dispute resolved) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("application", resolved.application().toString());
        detail.put("outcome", resolved.outcome().orElseThrow().wireName());
        resolved.scoreThen().ifPresent(score -> detail.put("scoreThen", score));
        resolved.scoreNow().ifPresent(score -> detail.put("scoreNow", score));
        detail.put("inTime", !resolved.closedAt().orElseThrow().isAfter(resolved.dueAt()));
        audit.recordAndEmit(actor, "dispute.resolved", "dispute", resolved.id().value(), detail);
    }
}
