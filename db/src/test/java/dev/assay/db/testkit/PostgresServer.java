package dev.assay.db.testkit;

import dev.assay.db.migrate.Migration;
import dev.assay.db.migrate.RolePasswords;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one server of this JVM: started by whoever comes first, stopped with the JVM, its data in the
 * temporary directory. It forgoes all durability, and its clock zone is not UTC (the driver sets
 * the session's zone to the JVM's, which the build makes Los Angeles).
 */
final class PostgresServer {
    static final RolePasswords PASSWORDS =
            new RolePasswords("test-web", "test-worker", "test-selfid");
    static final String OWNER = "assay_owner";
    static final String OWNER_PASSWORD = "test-owner";

    private static final String TEMPLATE = "assay_template";

    private static final class Holder {
        static final PostgresServer INSTANCE = new PostgresServer();
    }

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer() {
        try {
            postgres =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "off")
                            .setServerConfig("synchronous_commit", "off")
                            .setServerConfig("full_page_writes", "off")
                            .setServerConfig("timezone", "Asia/Kathmandu")
                            .setServerConfig("log_timezone", "Asia/Kathmandu")
                            // As in production: details of errors quote whole rows.
                            .setServerConfig("log_error_verbosity", "terse")
                            .setRegisterShutdownHook(true)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start embedded PostgreSQL", e);
        }
        // What an operator has: an owner that may create roles and nothing else.
        asSuperuser("create role %s login createrole password '%s'", OWNER, OWNER_PASSWORD);
        asSuperuser("create database %s owner %s", TEMPLATE, OWNER);
        Migration.run(dataSource(TEMPLATE, OWNER, OWNER_PASSWORD), PASSWORDS);
    }

    static PostgresServer get() {
        return Holder.INSTANCE;
    }

    String createMigratedDatabase() {
        return createDatabase(" template " + TEMPLATE);
    }

    String createEmptyDatabase() {
        return createDatabase("");
    }

    void dropDatabase(String name) {
        asSuperuser("drop database %s with (force)", name);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    DataSource superuser(String database) {
        return postgres.getDatabase("postgres", database);
    }

    DataSource dataSource(String database, String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(database));
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    // One at a time: PostgreSQL refuses to copy a template that somebody else is copying from a
    // connection of its own.
    private synchronized String createDatabase(String template) {
        String name = "assay_test_" + databases.incrementAndGet();
        asSuperuser("create database %s owner %s%s", name, OWNER, template);
        return name;
    }

    private void asSuperuser(String sql, Object... arguments) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(arguments));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run " + sql, e);
        }
    }
}
