package dev.assay.db.migrate;

import java.time.Duration;

/**
 * A login the running product uses. None of them owns anything or steps around row-level security;
 * {@link RuntimeRoles} makes sure of that. Each carries limits, so that one stuck statement or
 * forgotten transaction cannot take the pool down.
 */
public enum RuntimeRole {
    /** Requests of people. */
    WEB("assay_web", Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(30)),
    /** Jobs, partners and services; may not write a negative decision. */
    WORKER("assay_worker", Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(60)),
    /** The only one that reads voluntary self-identification. */
    SELF_ID("assay_selfid", Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(30));

    private final String roleName;
    private final Duration statementTimeout;
    private final Duration lockTimeout;
    private final Duration idleInTransactionTimeout;

    RuntimeRole(
            String roleName,
            Duration statementTimeout,
            Duration lockTimeout,
            Duration idleInTransactionTimeout) {
        this.roleName = roleName;
        this.statementTimeout = statementTimeout;
        this.lockTimeout = lockTimeout;
        this.idleInTransactionTimeout = idleInTransactionTimeout;
    }

    /** The name of the role in PostgreSQL. */
    public String roleName() {
        return roleName;
    }

    Duration statementTimeout() {
        return statementTimeout;
    }

    Duration lockTimeout() {
        return lockTimeout;
    }

    Duration idleInTransactionTimeout() {
        return idleInTransactionTimeout;
    }
}
