package dev.assay.hiring.disputes;

import dev.assay.hiring.shared.ApplicationId;
import java.util.Optional;

/**
 * Which disputes to list.
 *
 * @param overdue only those that nobody answered in time
 */
public record DisputeFilter(
        Optional<DisputeState> state, boolean overdue, Optional<ApplicationId> application) {

    /** Those that wait for an answer. */
    public static final DisputeFilter WAITING =
            new DisputeFilter(Optional.of(DisputeState.OPEN), false, Optional.empty());
}
