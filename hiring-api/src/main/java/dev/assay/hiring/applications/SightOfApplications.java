package dev.assay.hiring.applications;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.ApplicationSight;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PersonId;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class SightOfApplications implements ApplicationSight {

    private final ApplicationRepository repository;

    SightOfApplications(ApplicationRepository repository) {
        this.repository = repository;
    }

    @Override
    public Set<ApplicationId> seen(Actor actor, Collection<ApplicationId> applications) {
        return switch (actor.reach(Permission.READ_APPLICATIONS)) {
            case JobReach.Everywhere() -> Set.copyOf(applications);
            case JobReach.Only(var jobs) -> repository.toJobs(actor.employer(), applications, jobs);
            case JobReach.Nowhere() -> Set.of();
        };
    }

    @Override
    public Set<PersonId> seenPeople(Actor actor, Collection<PersonId> people) {
        return switch (actor.reach(Permission.READ_APPLICATIONS)) {
            case JobReach.Everywhere() -> Set.copyOf(people);
            case JobReach.Only(var jobs) -> repository.appliedTo(actor.employer(), people, jobs);
            case JobReach.Nowhere() -> Set.of();
        };
    }
}
