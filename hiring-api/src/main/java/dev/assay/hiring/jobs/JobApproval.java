package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of a job's approval.
 *
 * @param jobVersion of the job as it was: an approval holds for no other
 * @param takenBy the person, as audit rows name them
 */
public record JobApproval(
        UUID id,
        Version jobVersion,
        ApprovalStep step,
        Optional<String> reason,
        String takenBy,
        Instant takenAt) {}
