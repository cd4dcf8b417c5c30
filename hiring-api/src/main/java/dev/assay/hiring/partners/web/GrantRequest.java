package dev.assay.hiring.partners.web;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.partners.Grant;
import dev.assay.hiring.partners.PartnerRight;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a partner may do; without jobs, for all of them. */
record GrantRequest(
        @NotEmpty List<@NotNull PartnerRight> permissions,
        @Nullable @Size(max = Grant.MAXIMUM_JOBS) List<@NotNull UUID> jobs) {

    Optional<Set<JobId>> chosen() {
        return Optional.ofNullable(jobs)
                .map(ids -> ids.stream().map(JobId::new).collect(Collectors.toSet()));
    }
}
