package dev.assay.hiring.applications;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Applications: who applied to what, when, and where it stands. */
@Component
public class Applications {

    private final ApplicationRepository repository;
    private final TenantTransaction transactions;
    private final Jobs jobs;
    private final PersonalVault vault;
    private final AuditTrail audit;
    private final Clock clock;

    Applications(
            ApplicationRepository repository,
            TenantTransaction transactions,
            Jobs jobs,
            PersonalVault vault,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.jobs = jobs;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Files an application, and seals what came in as it came.
     *
     * @param received the whole submission, byte for byte
     * @throws Conflict when the job takes no applications, or has one of this candidate that is
     *     still open
     */
    public Application file(
            Actor actor,
            JobId job,
            CandidateId candidate,
            ApplicationSource source,
            byte[] received) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    jobs.acceptApplication(actor, job);
                    Application application =
                            new Application(
                                    new ApplicationId(NewIds.next()),
                                    job,
                                    candidate,
                                    ApplicationPhase.NEW,
                                    clock.instant(),
                                    actor.reference(),
                                    source,
                                    Version.FIRST);
                    if (!repository.insert(actor.employer(), application)) {
                        throw new Conflict(
                                "already-applied",
                                "This candidate has an open application to this job already.");
                    }
                    repository.insertReceived(
                            actor.employer(),
                            application.id(),
                            vault.seal(actor, candidate.person(), received));
                    audit.record(
                            actor,
                            "application.filed",
                            "application",
                            application.id().value(),
                            // Not the channel: submitters write what they like there.
                            Map.of("job", job.toString()));
                    return application;
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

    /** These applications, by id. */
    public Map<ApplicationId, Application> withIds(Actor actor, Collection<ApplicationId> ids) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.withIds(actor.employer(), ids)).stream()
                .collect(Collectors.toMap(Application::id, Function.identity()));
    }

    /** The applications of these candidates, oldest first. */
    public List<Application> ofEach(Actor actor, Collection<CandidateId> candidates) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.ofEach(actor.employer(), candidates));
    }

    /** How many applications each of these jobs has. */
    public Map<JobId, Integer> counts(Actor actor, Collection<JobId> jobIds) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.counts(actor.employer(), jobIds));
    }

    /** The open applications to a job. */
    public List<ApplicationId> openOf(Actor actor, JobId job) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.openOf(actor.employer(), job));
    }
}
