package dev.assay.hiring.jobs;

import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Hiring teams: who, of those who see nothing else, sees a job and what belongs to it. Whoever has
 * a role for all of the employer may be on a team too; it gives them nothing more.
 */
@Component
public class JobTeams {

    /** More than anybody hires with; a team is shown as a whole. */
    public static final int LARGEST = 100;

    private final JobTeamRepository repository;
    private final Jobs jobs;
    private final Members members;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    JobTeams(
            JobTeamRepository repository,
            Jobs jobs,
            Members members,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.members = members;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The team of a job, those longest on it first.
     *
     * @throws NotFound when this employer has no such job
     */
    public List<TeamMember> of(Actor actor, JobId job) {
        actor.require(Permission.READ_MEMBERS);
        return transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    var since = repository.of(actor.employer(), job);
                    Map<MemberId, Member> known = members.withIds(actor, since.keySet());
                    List<TeamMember> team = new ArrayList<>();
                    since.forEach((id, addedAt) -> {
                        Member member = known.get(id);
                        if (member != null) {
                            team.add(new TeamMember(member, addedAt));
                        }
                    });
                    return team;
                });
    }

    /**
     * Puts a member on the team; one who is on it stays on it.
     *
     * @throws NotFound when this employer has no such job or no such member
     * @throws Conflict when the team is as large as a team gets
     */
    public void add(Actor actor, JobId job, MemberId member) {
        actor.require(Permission.EDIT_TEAMS);
        transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    members.get(actor, member);
                    if (repository.of(actor.employer(), job).size() >= LARGEST) {
                        throw new Conflict(
                                "team-too-large",
                                "A hiring team has at most " + LARGEST + " people.");
                    }
                    if (repository.add(actor.employer(), job, member, clock.instant())) {
                        record(actor, "job.team-member-added", job, member);
                    }
                });
    }

    /**
     * Takes a member off the team.
     *
     * @throws NotFound when they are not on it
     */
    public void remove(Actor actor, JobId job, MemberId member) {
        actor.require(Permission.EDIT_TEAMS);
        transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    if (!repository.remove(actor.employer(), job, member)) {
                        throw new NotFound("member of this hiring team");
                    }
                    record(actor, "job.team-member-removed", job, member);
                });
    }

    private void record(Actor actor, String action, JobId job, MemberId member) {
        audit.recordAndEmit(actor, action, "job", job.value(), Map.of("member", member.toString()));
    }
}
