package dev.assay.hiring.platform.persistence;

import org.jspecify.annotations.Nullable;

/**
 * The database could not do it now and may well later: no connection was to be had, it is shutting
 * down, or a limit on time or locks was reached. What was begun is rolled back, unless it was lost
 * in the very moment of committing.
 */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(Throwable cause) {
        super("the database could not be reached, or not in time", cause);
    }

    /** SQL states (PostgreSQL, appendix A) of connections, resources, operators and locks. */
    static boolean isMeantBy(@Nullable String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08")
                        || sqlState.startsWith("53")
                        || sqlState.startsWith("57")
                        || sqlState.equals("55P03"));
    }
}
