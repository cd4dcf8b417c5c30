package dev.assay.hiring.interviews;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.EvidenceRecords;
import dev.assay.hiring.evidence.Rating;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.Rubrics;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Requirement;
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
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Scorecards: one an interviewer and phase, final, and blind to each other until one's own is in.
 * They are for people to read and are never scored; only what is rated by a rubric for structured
 * interviews is, as evidence.
 */
@Component
public class Scorecards {

    private final ScorecardRepository repository;
    private final Applications applications;
    private final Candidates candidates;
    private final Jobs jobs;
    private final Skills skills;
    private final Rubrics rubrics;
    private final EvidenceRecords evidence;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Scorecards(
            ScorecardRepository repository,
            Applications applications,
            Candidates candidates,
            Jobs jobs,
            Skills skills,
            Rubrics rubrics,
            EvidenceRecords evidence,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.candidates = candidates;
        this.jobs = jobs;
        this.skills = skills;
        this.rubrics = rubrics;
        this.evidence = evidence;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked about whoever applies to a job.
     *
     * @throws NotFound when this employer has no such job
     */
    public ScorecardForm form(Actor actor, JobId id) {
        return transactions.in(
                actor,
                () -> {
                    Job job = jobs.get(actor, id);
                    List<SkillId> asked = asked(job);
                    Map<SkillId, Skill> named = skills.withIds(actor, asked);
                    Map<SkillId, List<Rubric>> rating = rubrics.rating(actor, asked);
                    return new ScorecardForm(
                            job.content().requirements().stream()
                                    .flatMap(one ->
                                            Stream.ofNullable(named.get(one.skill()))
                                                    .map(skill -> attribute(skill, one, rating)))
                                    .toList());
                });
    }

    private static ScorecardForm.Attribute attribute(
            Skill skill, Requirement requirement, Map<SkillId, List<Rubric>> rating) {
        return new ScorecardForm.Attribute(
                skill,
                requirement.mustHave(),
                rating.getOrDefault(skill.id(), List.of()).stream()
                        .filter(Scorecards::isForInterviews)
                        .toList());
    }

    /**
     * Hands a scorecard in, in the actor's own name and for the phase the application is in. What
     * is rated by a rubric is recorded as evidence, and scored soon after.
     *
     * @throws PermissionDenied unless the actor is a person who may
     * @throws NotFound when the actor sees no such application
     * @throws InvalidInput when a skill is none of the job's or named twice, or a rating does not
     *     fit
     * @throws Conflict when the application is decided, or they have handed one in for this phase
     */
    public Scorecard submit(Actor actor, ApplicationId id, ScorecardDraft draft) {
        actor.requireSomewhere(Permission.SUBMIT_SCORECARDS);
        if (!(actor instanceof Actor.Person)) {
            throw new PermissionDenied(Permission.SUBMIT_SCORECARDS);
        }
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    if (!application.phase().isOpen()) {
                        throw new Conflict(
                                "application-over", "This application is decided by now.");
                    }
                    requireAsked(actor, application, draft);
                    Scorecard card =
                            new Scorecard(
                                    NewIds.next(),
                                    id,
                                    application.candidate(),
                                    application.phase().wireName(),
                                    actor.reference(),
                                    draft.recommendation(),
                                    attributes(actor, id, draft),
                                    draft.note(),
                                    clock.instant());
                    if (!repository.insert(
                            actor.employer(),
                            card,
                            vault.keys(actor, List.of(application.candidate().person())))) {
                        throw new Conflict(
                                "scorecard-submitted",
                                "You have handed in a scorecard for this phase already.");
                    }
                    audit.recordAndEmit(
                            actor,
                            "scorecard.submitted",
                            "application",
                            id.value(),
                            Map.of("scorecard", card.id().toString(), "phase", card.phase()));
                    return card;
                });
    }

    /**
     * The scorecards of an application, oldest first. Whoever may hand one in sees others' of the
     * phase the application is in once their own is in; of others' they see no words while the
     * candidate is reviewed blind.
     *
     * @throws NotFound when the actor sees no such application
     */
    public List<SeenScorecard> of(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    List<Scorecard> all =
                            repository.of(
                                    actor.employer(),
                                    id,
                                    vault.keys(actor, List.of(application.candidate().person())));
                    Set<String> own =
                            all.stream()
                                    .filter(card -> card.interviewer().equals(actor.reference()))
                                    .map(Scorecard::phase)
                                    .collect(Collectors.toSet());
                    boolean hidden = candidates.isHidden(actor, application.candidate());
                    boolean mayInterview =
                            actor.reach(Permission.SUBMIT_SCORECARDS)
                                    .covers(application.job().value());
                    return all.stream()
                            .<SeenScorecard>map(card ->
                                    mayInterview
                                                    && isBeingFormed(application, card)
                                                    && !own.contains(card.phase())
                                            ? new SeenScorecard.Blind(card)
                                            : new SeenScorecard.Open(
                                                    hidden
                                                                    && !card.interviewer()
                                                                            .equals(
                                                                                    actor
                                                                                            .reference())
                                                            ? card.withoutWords()
                                                            : card))
                            .toList();
                });
    }

    /** Others may still make up their minds. */
    private static boolean isBeingFormed(Application application, Scorecard card) {
        return application.phase().isOpen() && application.phase().wireName().equals(card.phase());
    }

    private void requireAsked(Actor actor, Application application, ScorecardDraft draft) {
        Set<SkillId> asked = Set.copyOf(asked(jobs.get(actor, application.job())));
        Set<SkillId> seen = new HashSet<>();
        for (int i = 0; i < draft.attributes().size(); i++) {
            SkillId skill = draft.attributes().get(i).skill();
            if (!asked.contains(skill)) {
                throw new InvalidInput(
                        "/attributes/" + i + "/skillId", "is no skill the job asks for");
            }
            if (!seen.add(skill)) {
                throw new InvalidInput("/attributes/" + i + "/skillId", "is named twice");
            }
        }
    }

    private List<Scorecard.Attribute> attributes(
            Actor actor, ApplicationId id, ScorecardDraft draft) {
        List<Scorecard.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < draft.attributes().size(); i++) {
            ScorecardDraft.Attribute one = draft.attributes().get(i);
            Optional<UUID> recorded = Optional.empty();
            if (one.rating().isPresent()) {
                recorded =
                        Optional.of(
                                recorded(
                                        actor,
                                        id,
                                        one.skill(),
                                        one.rating().get(),
                                        "/attributes/" + i + "/byRubric"));
            }
            attributes.add(
                    new Scorecard.Attribute(one.skill(), one.impression(), recorded, one.note()));
        }
        return attributes;
    }

    private UUID recorded(
            Actor actor, ApplicationId id, SkillId skill, Rating rating, String pointer) {
        boolean fits =
                rubrics.rating(actor, List.of(skill)).getOrDefault(skill, List.of()).stream()
                        .filter(Scorecards::isForInterviews)
                        .anyMatch(rubric -> rubric.id().equals(rating.rubric()));
        if (!fits) {
            throw new InvalidInput(
                    pointer + "/rubricId", "is no rubric for structured interviews of this skill");
        }
        try {
            return evidence.record(actor, id, rating).id().value();
        } catch (InvalidInput unfit) {
            throw new InvalidInput(
                    unfit.faults().stream()
                            .map(fault ->
                                    new InvalidInput.Fault(
                                            pointer + fault.pointer(), fault.detail()))
                            .toList());
        }
    }

    private static boolean isForInterviews(Rubric rubric) {
        return rubric.content().method() == EvidenceMethod.STRUCTURED_INTERVIEW;
    }

    private static List<SkillId> asked(Job job) {
        return job.content().requirements().stream().map(Requirement::skill).toList();
    }
}
