package dev.assay.db.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;

/**
 * Brings a database to the newest change set and its runtime roles into shape. Run it as the owner
 * of the database (CREATEROLE is enough, superuser is not needed) before the application starts;
 * API nodes never do.
 *
 * <p>Safe to run twice, also at the same time: runs on one database wait for each other. Refuses
 * with {@link UnsafeRuntimeRoleException} while a runtime role could get around row-level security,
 * and then changes nothing.
 */
public final class Migration {
    // Any constant will do; it must only never change. "ASSAY" in ASCII.
    private static final long LOCK = 0x41_53_53_41_59L;

    private final DataSource owner;
    private final Changelog changelog;

    private Migration(DataSource owner, Changelog changelog) {
        this.owner = owner;
        this.changelog = changelog;
    }

    /** Applies the changelog that is on the class path. */
    public static void run(DataSource owner, RolePasswords passwords) {
        new Migration(owner, Changelog.onClassPath()).update(passwords);
    }

    /** Applies the changelog found under a resources directory, before there is a jar. */
    public static void run(DataSource owner, RolePasswords passwords, Path resourcesDirectory) {
        new Migration(owner, Changelog.in(resourcesDirectory)).update(passwords);
    }

    /** Undoes everything, newest first: how the tests prove every rollback. */
    static void rollBackAll(DataSource owner) {
        new Migration(owner, Changelog.onClassPath()).rollBack();
    }

    private void update(RolePasswords passwords) {
        alone(
                "migrate",
                connection -> {
                    RuntimeRoles.createOrUpdate(connection, passwords);
                    withLiquibase(
                            liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
                    RuntimeRoles.grantReadOfHistory(connection);
                });
    }

    private void rollBack() {
        int all = changelog.changeSets().size();
        alone(
                "roll back",
                connection ->
                        withLiquibase(liquibase ->
                                liquibase.rollback(all, new Contexts(), new LabelExpression())));
    }

    /**
     * Holds a lock that ends with the session. Liquibase's own lock is a row, which outlives a
     * killed process and does not guard the creation of its own table.
     */
    private void alone(String what, OwnerWork work) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_lock(" + LOCK + ")");
                try {
                    work.with(connection);
                } finally {
                    statement.execute("select pg_advisory_unlock(" + LOCK + ")");
                }
            }
        } catch (SQLException e) {
            throw new MigrationException("could not " + what, e);
        }
    }

    private void withLiquibase(LiquibaseWork work) {
        changelog.quietly(
                "apply the changelog",
                () -> {
                    try (Connection connection = owner.getConnection();
                            Liquibase liquibase =
                                    new Liquibase(
                                            Changelog.MASTER,
                                            changelog.resources(),
                                            database(connection))) {
                        // We hold the real lock, so a row still there was left by a killed run.
                        LockServiceFactory.getInstance()
                                .getLockService(liquibase.getDatabase())
                                .forceReleaseLock();
                        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                        work.with(liquibase);
                        return true;
                    }
                });
    }

    private static Database database(Connection connection) throws LiquibaseException {
        return DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    }

    private interface OwnerWork {
        void with(Connection connection) throws SQLException;
    }

    private interface LiquibaseWork {
        void with(Liquibase liquibase) throws LiquibaseException;
    }
}
