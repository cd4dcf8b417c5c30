package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running PostgreSQL server of our own. It listens on the loopback interface alone, asks
 * everybody for a password, and stops when this JVM ends, even by {@code kill -9}; what was
 * committed stays in its {@link PostgresDirectory}.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private final PostgresDirectory directory;
    private final int port;
    private final String superuserPassword;
    private final Process guard;
    private final ProcessHandle server;

    private EmbeddedDatabase(
            PostgresDirectory directory,
            int port,
            String superuserPassword,
            Process guard,
            ProcessHandle server) {
        this.directory = directory;
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.guard = guard;
        this.server = server;
    }

    /**
     * Starts a server, on a new data directory if there is none yet.
     *
     * @param settings more of {@code postgresql.conf}, as {@code name=value}
     */
    static EmbeddedDatabase start(
            PostgresDirectory directory, String superuserPassword, List<String> settings) {
        directory.initialise(superuserPassword);
        int port = Ports.pickFree();
        // The guard comes first, so that there is no moment in which nobody would stop the server.
        Process guard = directory.guard();
        directory.start(port, settings);
        ProcessHandle server =
                directory
                        .leftover()
                        .orElseThrow(() ->
                                new LocalRunException("PostgreSQL ended as soon as it began"));
        return new EmbeddedDatabase(directory, port, superuserPassword, guard, server);
    }

    /** The TCP port it listens on. */
    int port() {
        return port;
    }

    /** Where the database of this name is, without user and password. */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Connections of one role to one database; not pooled. */
    DataSource dataSource(String database, String role, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(database));
        dataSource.setUser(role);
        dataSource.setPassword(password);
        return dataSource;
    }

    /**
     * Makes sure of a role that may log in with this password and owns a database of its own.
     *
     * @param attributes more the role may do, such as {@code createrole}
     */
    void ensureOwnedDatabase(String database, String role, String password, String attributes) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            boolean known = exists(connection, "select from pg_roles where rolname = ?", role);
            statement.execute(
                    "%s role %s login %s password '%s'"
                            .formatted(known ? "alter" : "create", role, attributes, password));
            if (!exists(connection, "select from pg_database where datname = ?", database)) {
                statement.execute("create database %s owner %s".formatted(database, role));
            }
        } catch (SQLException e) {
            throw new LocalRunException(
                    "the database %s cannot be set up: %s".formatted(database, e.getMessage()), e);
        }
    }

    /** Throws a database away; nothing happens if there is none. */
    void dropDatabase(String database) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(database));
        } catch (SQLException e) {
            throw new LocalRunException("the database %s cannot be dropped".formatted(database), e);
        }
    }

    /** Completes when the server has ended, for whatever reason. */
    CompletableFuture<ProcessHandle> onExit() {
        return server.onExit();
    }

    /** Stops the server: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of PostgreSQL's guard", e);
        }
        ChildProcesses.endsWithin(guard.toHandle(), PostgresDirectory.PATIENCE);
        directory.stopLeftover();
        // Its pid file, which all of the above goes by, vanishes a moment before the server does.
        ChildProcesses.endsWithin(server, PostgresDirectory.PATIENCE);
    }

    private Connection superuser() throws SQLException {
        String superuser = PostgresDirectory.SUPERUSER;
        return dataSource(superuser, superuser, superuserPassword).getConnection();
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
