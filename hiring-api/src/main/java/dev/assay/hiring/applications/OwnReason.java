package dev.assay.hiring.applications;

import dev.assay.hiring.shared.Version;
import java.time.Instant;

/**
 * An employer's own reason for ending an application: a finer name for one that everybody has.
 *
 * @param code what moves name it by; never changed, since moves keep it
 * @param refines what reports count it as, and candidates are told
 * @param retired no move takes it any more
 */
public record OwnReason(
        OwnReasonId id,
        String code,
        String label,
        TransitionReason refines,
        boolean retired,
        Version version,
        String changedBy,
        Instant changedAt) {}
