package dev.assay.hiring.interviews;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When interviews are: times are proposed, one of them is taken, or it is called off. */
@Component
public class Interviews {

    private final InterviewRepository repository;
    private final Applications applications;
    private final Candidates candidates;
    private final Jobs jobs;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Interviews(
            InterviewRepository repository,
            Applications applications,
            Candidates candidates,
            Jobs jobs,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.candidates = candidates;
        this.jobs = jobs;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes times.
     *
     * @throws NotFound when this employer has no such application
     * @throws InvalidInput when a time has passed
     * @throws Conflict when the application is decided
     */
    public Interview propose(Actor actor, ApplicationId id, InterviewProposal proposal) {
        actor.require(Permission.SCHEDULE_INTERVIEWS);
        Instant now = clock.instant();
        for (int i = 0; i < proposal.slots().size(); i++) {
            if (!proposal.slots().get(i).start().isAfter(now)) {
                throw new InvalidInput("/slots/" + i + "/start", "must not have passed");
            }
        }
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    if (!application.phase().isOpen()) {
                        throw new Conflict(
                                "application-over", "This application is decided by now.");
                    }
                    Interview interview =
                            new Interview(
                                    new InterviewId(NewIds.next()),
                                    id,
                                    application.candidate(),
                                    InterviewState.PROPOSED,
                                    proposal.slots(),
                                    Optional.empty(),
                                    Optional.of(proposal.location()),
                                    proposal.note(),
                                    Version.FIRST,
                                    now,
                                    now);
                    repository.insert(
                            actor.employer(),
                            interview,
                            actor.reference(),
                            vault.keys(actor, List.of(application.candidate().person())));
                    record(actor, "interview.proposed", interview);
                    return interview;
                });
    }

    /**
     * Takes one of the times proposed.
     *
     * @throws NotFound when the actor sees no such interview
     * @throws InvalidInput when that time was not proposed
     * @throws Conflict when one is taken, or it was called off
     */
    public Interview book(Actor actor, InterviewId id, Instant start) {
        actor.require(Permission.SCHEDULE_INTERVIEWS);
        return transactions.in(
                actor,
                () -> {
                    Interview before = find(actor, id);
                    requireState(before, InterviewState.PROPOSED);
                    Slot slot =
                            before.slots().stream()
                                    .filter(one -> one.start().equals(start))
                                    .findFirst()
                                    .orElseThrow(() ->
                                            new InvalidInput(
                                                    "/start", "is the start of no slot proposed"));
                    return moved(actor, before, InterviewState.BOOKED, Optional.of(slot));
                });
    }

    /**
     * Calls an interview off.
     *
     * @throws NotFound when the actor sees no such interview
     * @throws Conflict when it was called off before
     */
    public Interview cancel(Actor actor, InterviewId id) {
        actor.require(Permission.SCHEDULE_INTERVIEWS);
        return transactions.in(
                actor,
                () -> {
                    Interview before = find(actor, id);
                    requireState(before, InterviewState.PROPOSED, InterviewState.BOOKED);
                    return moved(actor, before, InterviewState.CANCELLED, before.booked());
                });
    }

    /**
     * @throws NotFound when the actor sees no such interview
     */
    public Interview get(Actor actor, InterviewId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /**
     * The interviews of an application, oldest first.
     *
     * @throws NotFound when the actor sees no such application
     */
    public List<Interview> of(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    CandidateId candidate = applications.get(actor, id).candidate();
                    return shown(
                            actor,
                            candidate,
                            repository.of(
                                    actor.employer(),
                                    id,
                                    vault.keys(actor, List.of(candidate.person()))));
                });
    }

    /**
     * An interview whose time is settled, as a calendar takes it in (RFC 5545).
     *
     * @throws NotFound when the actor sees no such interview
     * @throws Conflict when no time has been taken yet
     */
    public String calendar(Actor actor, InterviewId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Interview interview = find(actor, id);
                    Application application = applications.get(actor, interview.application());
                    String title = jobs.get(actor, application.job()).content().title();
                    return CalendarText.of(interview, title)
                            .orElseThrow(() ->
                                    new Conflict(
                                            "interview-unbooked", "No time was taken for it yet."));
                });
    }

    private Interview find(Actor actor, InterviewId id) {
        Interview interview =
                repository
                        .candidate(actor.employer(), id)
                        .flatMap(candidate ->
                                repository.find(
                                        actor.employer(),
                                        id,
                                        vault.keys(actor, List.of(candidate.person()))))
                        .orElseThrow(() -> new NotFound("interview"));
        if (applications.withIds(actor, List.of(interview.application())).isEmpty()) {
            throw new NotFound("interview");
        }
        return shown(actor, interview.candidate(), List.of(interview)).getFirst();
    }

    /**
     * While their candidate is reviewed blind, without what may name them: who conducts an
     * interview has to find the place all the same, and the note is for the candidate.
     */
    private List<Interview> shown(Actor actor, CandidateId candidate, List<Interview> interviews) {
        if (interviews.isEmpty() || !candidates.isHidden(actor, candidate)) {
            return interviews;
        }
        return interviews.stream()
                .map(interview ->
                        interview.blind(place -> candidates.withoutName(actor, candidate, place)))
                .toList();
    }

    private static void requireState(Interview interview, InterviewState... states) {
        if (!List.of(states).contains(interview.state())) {
            throw new Conflict(
                    "interview-settled",
                    "This interview is " + interview.state().wireName() + " already.");
        }
    }

    private Interview moved(
            Actor actor, Interview before, InterviewState to, Optional<Slot> booked) {
        if (!repository.move(actor.employer(), before, to, booked, clock.instant())) {
            throw new StaleVersion(before.version());
        }
        Interview after = find(actor, before.id());
        record(actor, "interview." + to.wireName(), after);
        return after;
    }

    private void record(Actor actor, String action, Interview interview) {
        audit.recordAndEmit(
                actor,
                action,
                "interview",
                interview.id().value(),
                Map.of("application", interview.application().toString()));
    }
}
