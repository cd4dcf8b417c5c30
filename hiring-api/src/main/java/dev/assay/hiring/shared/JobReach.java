package dev.assay.hiring.shared;

import java.util.Set;
import java.util.UUID;

/** For which of an employer's jobs an actor holds a permission. */
public sealed interface JobReach {

    /** For all of them, and for what belongs to no job. */
    record Everywhere() implements JobReach {}

    /**
     * For these alone, perhaps none at present: what belongs to another does not exist for them.
     */
    record Only(Set<UUID> jobs) implements JobReach {

        public Only {
            jobs = Set.copyOf(jobs);
        }
    }

    /** The actor does not hold it at all. */
    record Nowhere() implements JobReach {}

    default boolean covers(UUID job) {
        return switch (this) {
            case Everywhere() -> true;
            case Only(Set<UUID> jobs) -> jobs.contains(job);
            case Nowhere() -> false;
        };
    }
}
