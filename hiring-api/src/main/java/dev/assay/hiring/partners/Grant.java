package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an employer lets a partner do.
 *
 * @param jobs for which of its jobs; empty for all of them, those to come among them
 */
public record Grant(
        PartnerId partner,
        Set<PartnerRight> rights,
        Optional<Set<JobId>> jobs,
        Version version,
        Instant createdAt,
        Instant updatedAt) {

    /** How many jobs one grant names at most; whoever needs more grants all. */
    public static final int MAXIMUM_JOBS = 1_000;

    public Grant {
        rights = Set.copyOf(rights);
        jobs = jobs.map(Set::copyOf);
        if (rights.isEmpty()) {
            throw new IllegalArgumentException("a grant lets the partner do something");
        }
    }

    /** The jobs it is for. */
    JobReach reach() {
        return jobs.<JobReach>map(named ->
                        new JobReach.Only(
                                named.stream().map(JobId::value).collect(Collectors.toSet())))
                .orElseGet(JobReach.Everywhere::new);
    }
}
