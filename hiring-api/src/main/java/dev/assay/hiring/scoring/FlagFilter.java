package dev.assay.hiring.scoring;

import dev.assay.hiring.jobs.JobId;
import java.util.Optional;

/**
 * Which flags to list.
 *
 * @param settled those that are settled, or those that are not; empty for both
 * @param job those of one job; empty for all
 */
public record FlagFilter(Optional<Boolean> settled, Optional<JobId> job) {

    /** Those that nobody has settled. */
    public static final FlagFilter OPEN = new FlagFilter(Optional.of(false), Optional.empty());
}
