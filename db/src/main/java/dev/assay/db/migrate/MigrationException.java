package dev.assay.db.migrate;

/** The changelog could not be read or applied; the cause says why. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
