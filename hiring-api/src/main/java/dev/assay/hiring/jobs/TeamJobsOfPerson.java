package dev.assay.hiring.jobs;

import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.TeamJobs;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Read on every call of somebody on a hiring team, so that leaving one holds at once. */
@Component
class TeamJobsOfPerson implements TeamJobs {

    private final JobTeamRepository repository;
    private final Members members;
    private final TenantTransaction transactions;

    TeamJobsOfPerson(
            JobTeamRepository repository, Members members, TenantTransaction transactions) {
        this.repository = repository;
        this.members = members;
        this.transactions = transactions;
    }

    @Override
    public Set<UUID> of(EmployerId employer, UUID subject) {
        var reader = new Actor.Service(employer, "hiring-teams");
        return transactions.in(
                reader,
                () ->
                        Optional.ofNullable(
                                        members.withSubjects(reader, Set.of(subject)).get(subject))
                                .map(Member::id)
                                .map(member -> repository.jobsOf(employer, member))
                                .orElse(Set.of()));
    }
}
