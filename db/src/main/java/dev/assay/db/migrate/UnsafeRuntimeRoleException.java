package dev.assay.db.migrate;

import java.util.List;

/**
 * A runtime role could get around tenant isolation, so nothing was migrated. The faults say which
 * role and how; somebody must take the power away by hand, because it may have been given on
 * purpose.
 */
public final class UnsafeRuntimeRoleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeRuntimeRoleException(List<String> faults) {
        super("refusing to migrate: " + String.join("; ", faults));
    }
}
