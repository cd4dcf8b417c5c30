package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationMoved;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.ApplicationReopened;
import dev.assay.hiring.applications.ApplicationWithdrawn;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Transition;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.candidates.CandidatesMerged;
import dev.assay.hiring.candidates.CandidatesParted;
import dev.assay.hiring.candidates.EmailConfirmed;
import dev.assay.hiring.credentials.CredentialAdded;
import dev.assay.hiring.credentials.CredentialRechecked;
import dev.assay.hiring.credentials.CredentialWithdrawn;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.evidence.EvidenceRecorded;
import dev.assay.hiring.issuers.IssuerChanged;
import dev.assay.hiring.jobs.JobChanged;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.mappings.MappingChanged;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.OwnSkillChanged;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes which applications a change touches, in the transaction of the change; {@link Rescoring}
 * does the work after.
 *
 * <p>An application that is being filed at the same moment is not seen here, and its score would
 * not see the change. So whatever scores shares the row of the policy in force, before it reads
 * anything else, and a change that may touch anybody's evidence holds that row for itself; one that
 * touches a person's holds the person, as filing does. Locks are taken in this order everywhere:
 * what is changed, persons, the policy's row, what is due.
 */
@Component
class ScoreTriggers {

    private final ScoreRepository repository;
    private final PolicyRepository policies;
    private final SuggestionRepository suggestions;
    private final FlagRepository flags;
    private final Applications applications;
    private final Candidates candidates;
    private final Jobs jobs;
    private final Credentials credentials;
    private final EmployerWork work;
    private final Clock clock;

    ScoreTriggers(
            ScoreRepository repository,
            PolicyRepository policies,
            SuggestionRepository suggestions,
            FlagRepository flags,
            Applications applications,
            Candidates candidates,
            Jobs jobs,
            Credentials credentials,
            EmployerWork work,
            Clock clock) {
        this.repository = repository;
        this.policies = policies;
        this.suggestions = suggestions;
        this.flags = flags;
        this.applications = applications;
        this.candidates = candidates;
        this.jobs = jobs;
        this.credentials = credentials;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void onIssuerChanged(IssuerChanged event) {
        policies.hold(event.actor().employer());
        List<ApplicationId> touched =
                credentials.applicationsWithIssuers(event.actor(), event.identifiers());
        note(event.actor(), standing(event.actor(), touched), ScoreCause.ISSUER_CHANGED);
    }

    @EventListener
    void onMappingChanged(MappingChanged event) {
        policies.hold(event.actor().employer());
        suggestions.settle(event.actor().employer(), event.issuers().keySet());
        List<ApplicationId> touched =
                credentials.applicationsWithIssuers(
                        event.actor(),
                        event.issuers().values().stream()
                                .flatMap(Set::stream)
                                .collect(Collectors.toSet()));
        note(event.actor(), standing(event.actor(), touched), ScoreCause.MAPPING_CHANGED);
    }

    @EventListener
    void onJobChanged(JobChanged event) {
        if (event.requirementsChanged()) {
            policies.hold(event.actor().employer());
            note(
                    event.actor(),
                    applications.standingOf(event.actor(), event.job()),
                    ScoreCause.REQUIREMENTS_CHANGED);
        }
    }

    @EventListener
    void onCandidatesMerged(CandidatesMerged event) {
        noteEvidence(event.actor(), event.person(), ScoreCause.PERSON_CHANGED);
    }

    @EventListener
    void onCandidatesParted(CandidatesParted event) {
        noteEvidence(event.actor(), event.stayed(), ScoreCause.PERSON_CHANGED);
        noteEvidence(event.actor(), event.left(), ScoreCause.PERSON_CHANGED);
    }

    @EventListener
    void onApplicationWithdrawn(ApplicationWithdrawn event) {
        policies.held(event.actor().employer());
        repository.takeOffRankings(event.actor().employer(), List.of(event.application()));
    }

    @EventListener
    void onApplicationReopened(ApplicationReopened event) {
        note(event.actor(), List.of(event.application()), ScoreCause.PERSON_CHANGED);
    }

    /** Who is decided about again is seen as things are now, which settles what was flagged. */
    @EventListener
    void onApplicationMoved(ApplicationMoved event) {
        Transition move = event.transition();
        if (!move.from().isOpen() && move.to().isOpen()) {
            flags.settleAll(
                    event.actor().employer(),
                    List.of(move.application()),
                    event.actor().reference(),
                    clock.instant());
            note(event.actor(), List.of(move.application()), ScoreCause.DECISION_TAKEN_BACK);
        }
    }

    @EventListener
    void onCredentialRechecked(CredentialRechecked event) {
        noteEvidence(event.actor(), event.person(), ScoreCause.CREDENTIAL_RECHECKED);
    }

    @EventListener
    void onCredentialAdded(CredentialAdded event) {
        noteEvidence(event.actor(), event.person(), ScoreCause.CREDENTIAL_ADDED);
    }

    @EventListener
    void onCredentialWithdrawn(CredentialWithdrawn event) {
        noteEvidence(event.actor(), event.person(), ScoreCause.CREDENTIAL_WITHDRAWN);
    }

    @EventListener
    void onEvidenceRecorded(EvidenceRecorded event) {
        noteEvidence(event.actor(), event.person(), ScoreCause.EVIDENCE_RECORDED);
    }

    @EventListener
    void onOwnSkillChanged(OwnSkillChanged event) {
        policies.hold(event.actor().employer());
        for (JobId job : jobs.asking(event.actor(), event.touched())) {
            note(
                    event.actor(),
                    applications.standingOf(event.actor(), job),
                    ScoreCause.SKILL_CHANGED);
        }
    }

    @EventListener
    void onEmailConfirmed(EmailConfirmed event) {
        noteEvidence(event.actor(), event.person(), ScoreCause.EMAIL_CONFIRMED);
    }

    private void noteEvidence(Actor actor, Collection<CandidateId> person, ScoreCause cause) {
        candidates.hold(actor, person);
        List<ApplicationId> standing =
                applications.ofEach(actor, person).stream()
                        .filter(ScoreTriggers::isStanding)
                        .map(Application::id)
                        .toList();
        note(actor, standing, cause);
    }

    private List<ApplicationId> standing(Actor actor, List<ApplicationId> touched) {
        return applications.withIds(actor, touched).values().stream()
                .filter(ScoreTriggers::isStanding)
                .map(Application::id)
                .toList();
    }

    /** Decided ones are looked at too, and flagged; withdrawn ones are nobody's business. */
    private static boolean isStanding(Application application) {
        return application.phase() != ApplicationPhase.WITHDRAWN;
    }

    private void note(Actor actor, Collection<ApplicationId> touched, ScoreCause cause) {
        if (!touched.isEmpty()) {
            policies.held(actor.employer());
            repository.noteDue(actor.employer(), touched, cause, clock.instant());
            work.note(Rescoring.TOPIC, actor.employer());
        }
    }
}
