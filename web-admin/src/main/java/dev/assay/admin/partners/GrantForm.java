package dev.assay.admin.partners;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobSummary;
import dev.assay.hiring.partners.Grant;
import dev.assay.hiring.partners.PartnerRight;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a board may do, as a person says it.
 *
 * @param rights the names of what it may do
 * @param scope {@code all} jobs or {@code chosen} ones
 * @param jobs the chosen ones
 * @param version the version of the grant it was read at; null where there was none
 */
record GrantForm(
        @Nullable List<String> rights,
        @Nullable String scope,
        @Nullable List<UUID> jobs,
        @Nullable Integer version) {

    private static final String CHOSEN = "chosen";

    /** One right as a choice. */
    record Right(String value, boolean held) {}

    /** One job as a choice. */
    record Job(UUID id, String title, boolean held) {}

    static GrantForm of(Optional<Grant> grant) {
        return grant.map(given ->
                        new GrantForm(
                                given.rights().stream().map(PartnerRight::wireName).toList(),
                                given.jobs().isPresent() ? CHOSEN : "all",
                                given.jobs().orElse(Set.of()).stream().map(JobId::value).toList(),
                                given.version().value()))
                .orElseGet(() -> new GrantForm(List.of(), "all", List.of(), null));
    }

    boolean isOfChosen() {
        return CHOSEN.equals(scope);
    }

    List<Right> rightChoices() {
        return Arrays.stream(PartnerRight.values())
                .map(PartnerRight::wireName)
                .map(name -> new Right(name, names().contains(name)))
                .toList();
    }

    List<Job> jobChoices(List<JobSummary> open) {
        return open.stream()
                .map(job ->
                        new Job(
                                job.id().value(),
                                job.title(),
                                isOfChosen() && chosen().contains(job.id().value())))
                .toList();
    }

    /** Those chosen before that are no longer among the open ones: they stay chosen. */
    List<UUID> others(List<JobSummary> open) {
        Set<UUID> shown = open.stream().map(job -> job.id().value()).collect(Collectors.toSet());
        return chosen().stream().filter(id -> isOfChosen() && !shown.contains(id)).toList();
    }

    Optional<Version> expected() {
        return Optional.ofNullable(version).map(seen -> new Version(Math.max(1, seen)));
    }

    /**
     * @throws InvalidInput when it lets the board do nothing, or for no job
     */
    void check() {
        List<Fault> faults = new ArrayList<>();
        if (granted().isEmpty()) {
            faults.add(new Fault("/rights", "must be at least one"));
        }
        if (isOfChosen() && (chosen().isEmpty() || chosen().size() > Grant.MAXIMUM_JOBS)) {
            faults.add(new Fault("/jobs", "must be from one to %,d".formatted(Grant.MAXIMUM_JOBS)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    Set<PartnerRight> granted() {
        return Arrays.stream(PartnerRight.values())
                .filter(right -> names().contains(right.wireName()))
                .collect(Collectors.toSet());
    }

    Optional<Set<JobId>> granting() {
        return isOfChosen()
                ? Optional.of(chosen().stream().map(JobId::new).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private List<String> names() {
        return rights == null ? List.of() : rights;
    }

    private List<UUID> chosen() {
        return jobs == null ? List.of() : jobs;
    }
}
