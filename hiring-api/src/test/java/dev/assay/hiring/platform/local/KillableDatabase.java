package dev.assay.hiring.platform.local;

import dev.assay.db.migrate.Migration;
import dev.assay.db.migrate.RolePasswords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * A durable PostgreSQL server with a migrated database in it, to be killed and started again on the
 * same port. Unlike that of the other tests it writes through to the disk.
 */
final class KillableDatabase implements AutoCloseable {
    static final RolePasswords PASSWORDS =
            new RolePasswords("drill-web", "drill-worker", "drill-selfid");

    private static final String NAME = "assay";
    private static final String OWNER = "assay_owner";
    private static final String PASSWORD = "drill-owner";
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int START_ATTEMPTS = 120;

    private final PostgresDirectory directory;
    private final EmbeddedDatabase server;

    private KillableDatabase(PostgresDirectory directory, EmbeddedDatabase server) {
        this.directory = directory;
        this.server = server;
    }

    static KillableDatabase start(Path folder) {
        var directory =
                new PostgresDirectory(
                        PostgresBinaries.installed(LocalInstallation.root()),
                        folder.resolve("postgres"),
                        folder.resolve("postgres.log"));
        EmbeddedDatabase server = EmbeddedDatabase.start(directory, PASSWORD, List.of());
        server.ensureOwnedDatabase(NAME, OWNER, PASSWORD, "createrole");
        Migration.run(server.dataSource(NAME, OWNER, PASSWORD), PASSWORDS);
        return new KillableDatabase(directory, server);
    }

    String jdbcUrl() {
        return server.jdbcUrl(NAME);
    }

    DataSource owner() {
        return server.dataSource(NAME, OWNER, PASSWORD);
    }

    /**
     * {@code kill -9} of the whole server, once its command line has shown that it works on our
     * directory; then a start that recovers from what reached the disk.
     */
    void killAndRestart() {
        ProcessHandle postmaster =
                directory.leftover().orElseThrow(() -> new AssertionError("no server is running"));
        postmaster.destroyForcibly();
        if (!ChildProcesses.endsWithin(postmaster, END_PATIENCE)) {
            throw new AssertionError("a killed server does not end");
        }
        start();
    }

    // Its orphaned children hold on to the shared memory for a moment, and a start then refuses.
    private void start() {
        for (int attempt = 1; ; attempt++) {
            try {
                directory.start(server.port(), List.of());
                return;
            } catch (LocalRunException refused) {
                if (attempt == START_ATTEMPTS) {
                    throw refused;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
