package dev.assay.hiring.evidence;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
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
import dev.assay.hiring.shared.PermissionDenied;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What an employer saw candidates do, rated by a rubric and by a named person: evidence like any
 * other, and the open road for people without badges.
 */
@Component
public class EvidenceRecords {

    private final RecordedEvidenceRepository repository;
    private final RubricRepository rubrics;
    private final Applications applications;
    private final Candidates candidates;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceRecords(
            RecordedEvidenceRepository repository,
            RubricRepository rubrics,
            Applications applications,
            Candidates candidates,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.rubrics = rubrics;
        this.applications = applications;
        this.candidates = candidates;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a rated performance. The application is scored anew soon after.
     *
     * @throws PermissionDenied unless the actor is a person who may: somebody has to answer for it
     * @throws NotFound when this employer has no such application
     * @throws InvalidInput when there is no such version of the rubric, or the ratings do not fit
     * @throws Conflict when the application was withdrawn, or the rubric retired
     */
    public RecordedEvidence record(Actor actor, ApplicationId id, Rating rating) {
        actor.requireSomewhere(Permission.RECORD_EVIDENCE);
        if (!(actor instanceof Actor.Person)) {
            throw new PermissionDenied(Permission.RECORD_EVIDENCE);
        }
        if (rating.performedOn().isAfter(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate())) {
            throw new InvalidInput("/performedOn", "must not lie in the future");
        }
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    if (application.phase() == ApplicationPhase.WITHDRAWN) {
                        throw new Conflict(
                                "application-withdrawn", "This application was withdrawn.");
                    }
                    RecordedEvidence evidence =
                            evidence(actor, application, rating, rubric(actor, rating));
                    repository.insert(
                            actor.employer(),
                            evidence,
                            rating.note(),
                            vault.keys(actor, List.of(application.candidate().person())));
                    published(actor, "evidence.recorded", evidence);
                    return evidence;
                });
    }

    /**
     * Takes back what was recorded by mistake: it is kept, and counts nothing from now on. Doing it
     * again changes nothing.
     *
     * @throws NotFound when the application has no such evidence
     * @throws PermissionDenied when it is another's and the actor records for their team alone
     */
    public void withdraw(Actor actor, ApplicationId id, RecordedEvidenceId evidence) {
        actor.requireSomewhere(Permission.RECORD_EVIDENCE);
        transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    RecordedEvidence found =
                            repository
                                    .find(actor.employer(), id, evidence)
                                    .orElseThrow(() -> new NotFound("evidence"));
                    if (!actor.may(Permission.RECORD_EVIDENCE)
                            && !found.ratedBy().equals(actor.reference())) {
                        throw new PermissionDenied(Permission.RECORD_EVIDENCE);
                    }
                    if (repository.withdraw(
                            actor.employer(), evidence, actor.reference(), clock.instant())) {
                        published(actor, "evidence.withdrawn", found);
                    }
                });
    }

    /**
     * What was recorded for an application, oldest first; withdrawn items among them.
     *
     * @throws NotFound when this employer has no such application
     */
    public List<RecordedEvidence> of(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    return repository.of(actor.employer(), id);
                });
    }

    /**
     * What the rater wrote; empty when they wrote nothing, or the person was erased, and for others
     * while the person is reviewed blind.
     */
    public Optional<String> note(Actor actor, RecordedEvidence evidence) {
        if (!evidence.ratedBy().equals(actor.reference())
                && candidates.isHidden(actor, evidence.candidate())) {
            return Optional.empty();
        }
        return transactions
                .in(
                        actor,
                        () ->
                                repository
                                        .note(actor.employer(), evidence.id())
                                        .flatMap(sealed ->
                                                vault.keys(
                                                                actor,
                                                                List.of(
                                                                        evidence.candidate()
                                                                                .person()))
                                                        .open(
                                                                evidence.candidate().person(),
                                                                sealed)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * What counts for an application: what was recorded for it, and where its candidate was merged
     * with others, for any of them.
     */
    public List<RecordedEvidence> countingFor(
            Actor actor, ApplicationId application, CandidateId candidate) {
        // Whoever sees an application sees what counts for it.
        var reader = new Actor.Service(actor.employer(), "evidence");
        return transactions.in(
                actor,
                () -> countingFor(actor, application, candidates.samePersonIds(reader, candidate)));
    }

    /**
     * The same, where it is known already who the candidate is.
     *
     * @param person all candidates who are the same person
     */
    public List<RecordedEvidence> countingFor(
            Actor actor, ApplicationId application, Set<CandidateId> person) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions
                .in(
                        actor,
                        () ->
                                person.size() > 1
                                        ? repository.ofPerson(actor.employer(), person)
                                        : repository.of(actor.employer(), application))
                .stream()
                .filter(evidence -> evidence.withdrawnAt().isEmpty())
                .toList();
    }

    private Rubric rubric(Actor actor, Rating rating) {
        Rubric rubric =
                rubrics.find(actor.employer(), rating.rubric(), rating.version())
                        .orElseThrow(() ->
                                new InvalidInput("/rubricId", "has no such rubric and version"));
        boolean retired =
                rubrics.find(actor.employer(), rating.rubric())
                        .filter(now -> now.content().retired())
                        .isPresent();
        if (retired) {
            throw new Conflict("rubric-retired", "Nothing is rated by this rubric any more.");
        }
        int criteria = rubric.content().criteria().size();
        if (rating.ratings().size() != criteria) {
            throw new InvalidInput(
                    "/ratings", "must hold one rating for each of " + criteria + " criteria");
        }
        return rubric;
    }

    private RecordedEvidence evidence(
            Actor actor, Application application, Rating rating, Rubric rubric) {
        return new RecordedEvidence(
                new RecordedEvidenceId(NewIds.next()),
                application.id(),
                application.candidate(),
                rubric.content().method(),
                rubric.content().skill(),
                rubric.id(),
                rubric.version(),
                rating.ratings(),
                RubricContent.level(rating.ratings()),
                rating.supervision(),
                rating.performedOn(),
                actor.reference(),
                clock.instant(),
                Optional.empty());
    }

    private void published(Actor actor, String action, RecordedEvidence evidence) {
        audit.recordAndEmit(
                actor,
                action,
                "evidence",
                evidence.id().value(),
                Map.of(
                        "application",
                        evidence.application().toString(),
                        "method",
                        evidence.method().wireName(),
                        "skill",
                        evidence.skill().toString(),
                        "rubric",
                        evidence.rubric() + "/" + evidence.rubricVersion().value(),
                        "level",
                        evidence.level()));
        events.publishEvent(
                new EvidenceRecorded(
                        actor,
                        evidence.id(),
                        candidates.samePersonIds(
                                new Actor.Service(actor.employer(), "evidence"),
                                evidence.candidate())));
    }
}
