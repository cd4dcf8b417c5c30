package dev.assay.db.testkit;

import dev.assay.db.migrate.RolePasswords;
import dev.assay.db.migrate.RuntimeRole;
import javax.sql.DataSource;

/**
 * One disposable PostgreSQL database with its owner and the three runtime roles. Tests get it from
 * {@link DatabaseExtension}; programs of the tests that need one longer call {@link #migrated()}.
 * The data sources are not pooled: every {@code getConnection} opens one.
 */
public final class TestDatabase implements AutoCloseable {
    private final PostgresServer server;
    private final String name;

    private TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A copy of the migrated template: a few dozen milliseconds. */
    public static TestDatabase migrated() {
        PostgresServer server = PostgresServer.get();
        return new TestDatabase(server, server.createMigratedDatabase());
    }

    /** A database with nothing in it, to test migrations themselves. */
    public static TestDatabase empty() {
        PostgresServer server = PostgresServer.get();
        return new TestDatabase(server, server.createEmptyDatabase());
    }

    /** Without user or password. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** The owner's name; no superuser, so policies still bind where they bind in production. */
    public String ownerName() {
        return PostgresServer.OWNER;
    }

    /** The owner's password. */
    public String ownerPassword() {
        return PostgresServer.OWNER_PASSWORD;
    }

    /** What the runtime roles log in with. */
    public RolePasswords rolePasswords() {
        return PostgresServer.PASSWORDS;
    }

    /** Migrates, and sees every tenant's rows: for arranging and asserting only. */
    public DataSource ownerDataSource() {
        return server.dataSource(name, ownerName(), ownerPassword());
    }

    /** Logs in as {@link RuntimeRole#WEB}. */
    public DataSource webDataSource() {
        return runtime(RuntimeRole.WEB);
    }

    /** Logs in as {@link RuntimeRole#WORKER}. */
    public DataSource workerDataSource() {
        return runtime(RuntimeRole.WORKER);
    }

    /** Logs in as {@link RuntimeRole#SELF_ID}. */
    public DataSource selfIdDataSource() {
        return runtime(RuntimeRole.SELF_ID);
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        server.dropDatabase(name);
    }

    /** For tests of the gates and checks themselves, which have to do the forbidden first. */
    public DataSource superuser() {
        return server.superuser(name);
    }

    private DataSource runtime(RuntimeRole role) {
        return server.dataSource(name, role.roleName(), PostgresServer.PASSWORDS.of(role));
    }
}
