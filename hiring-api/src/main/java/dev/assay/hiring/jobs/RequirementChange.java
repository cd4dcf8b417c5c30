package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change of what a posting asks for.
 *
 * @param version the posting's, with the change
 * @param frozen whether somebody had applied before
 * @param reason always there when somebody had
 * @param changedBy who changed it, as audit rows name them
 */
public record RequirementChange(
        Version version,
        List<Requirement> before,
        List<Requirement> after,
        boolean frozen,
        Optional<String> reason,
        String changedBy,
        Instant changedAt) {

    public RequirementChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
        if (frozen && reason.isEmpty()) {
            throw new IllegalArgumentException("frozen requirements change for a reason only");
        }
    }
}
