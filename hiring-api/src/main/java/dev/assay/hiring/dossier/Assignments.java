package dev.assay.hiring.dossier;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.JobTeams;
import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.Fingerprint;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who looks after which application: one person, who sees it. */
@Component
public class Assignments {

    private static final Set<EmployerRole> SEE_ALL =
            Set.of(EmployerRole.RECRUITER, EmployerRole.HR_ADMIN);

    private final AssignmentRepository repository;
    private final Applications applications;
    private final Candidates candidates;
    private final Members members;
    private final JobTeams teams;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Assignments(
            AssignmentRepository repository,
            Applications applications,
            Candidates candidates,
            Members members,
            JobTeams teams,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.candidates = candidates;
        this.members = members;
        this.teams = teams;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who looks after an application; empty when nobody does.
     *
     * @throws NotFound when this employer has no such application
     */
    public Optional<Assignment> of(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    return repository.of(actor.employer(), id);
                });
    }

    /**
     * Has somebody look after an application, instead of whoever did.
     *
     * @param seen who the caller saw looking after it
     * @throws StaleVersion when it is somebody else by now
     * @throws NotFound when this employer has no such application
     * @throws InvalidInput when there is no such member, or they do not see the application
     */
    public void assign(Actor actor, ApplicationId id, Fingerprint seen, MemberId member) {
        actor.require(Permission.EDIT_DOSSIERS);
        transactions.in(
                actor,
                () -> {
                    Application application = held(actor, id, seen);
                    requireSees(actor, application, member);
                    repository.set(
                            actor.employer(),
                            id,
                            new Assignment(member, actor.reference(), clock.instant()));
                    audit.recordAndEmit(
                            actor,
                            "application.assigned",
                            "application",
                            id.value(),
                            Map.of("member", member.toString()));
                });
    }

    /**
     * Has nobody look after an application. Where nobody does, nothing changes.
     *
     * @param seen who the caller saw looking after it
     * @throws StaleVersion when it is somebody else by now
     * @throws NotFound when this employer has no such application
     */
    public void unassign(Actor actor, ApplicationId id, Fingerprint seen) {
        actor.require(Permission.EDIT_DOSSIERS);
        transactions.in(
                actor,
                () -> {
                    held(actor, id, seen);
                    if (repository.remove(actor.employer(), id)) {
                        audit.recordAndEmit(
                                actor,
                                "application.unassigned",
                                "application",
                                id.value(),
                                Map.of());
                    }
                });
    }

    /** Nobody else says who looks after it until the transaction ends. */
    private Application held(Actor actor, ApplicationId id, Fingerprint seen) {
        Application application = applications.get(actor, id);
        candidates.hold(actor, List.of(application.candidate()));
        Assignment.fingerprint(repository.of(actor.employer(), id)).requireSeen(seen);
        return application;
    }

    private void requireSees(Actor actor, Application application, MemberId id) {
        Member member = members.withIds(actor, Set.of(id)).get(id);
        if (member == null) {
            throw new InvalidInput("/memberId", "is nobody who works here");
        }
        boolean sees =
                member.roles().stream().anyMatch(SEE_ALL::contains)
                        || teams.of(actor, application.job()).stream()
                                .anyMatch(one -> Objects.equals(one.member().id(), id));
        if (!sees) {
            throw new InvalidInput(
                    "/memberId",
                    "is somebody who does not see this application: put them on the team first");
        }
    }
}
