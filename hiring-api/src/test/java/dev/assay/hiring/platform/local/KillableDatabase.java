package dev.assay.hiring.platform.local;

import dev.assay.db.migrate.Migration;
import dev.assay.db.migrate.RolePasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A durable PostgreSQL server with a migrated database in it, to be killed and started again on the
 * same port. Unlike that of the other tests it writes through to the disk.
 */
public final class KillableDatabase implements AutoCloseable {
    public static final RolePasswords PASSWORDS =
            new RolePasswords("drill-web", "drill-worker", "drill-selfid");

    private static final String NAME = "assay";
    private static final String OWNER = "assay_owner";
    private static final String PASSWORD = "drill-owner";
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);
    private static final double TICKS_A_SECOND = 100;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int START_ATTEMPTS = 120;

    private final PostgresDirectory directory;
    private final EmbeddedDatabase server;

    private KillableDatabase(PostgresDirectory directory, EmbeddedDatabase server) {
        this.directory = directory;
        this.server = server;
    }

    public static KillableDatabase start(Path folder) {
        return start(folder, List.of());
    }

    /**
     * The same with more of {@code postgresql.conf}, each {@code name=value}; until it is killed.
     */
    public static KillableDatabase start(Path folder, List<String> settings) {
        var directory =
                new PostgresDirectory(
                        PostgresBinaries.installed(LocalInstallation.root()),
                        folder.resolve("postgres"),
                        folder.resolve("postgres.log"));
        EmbeddedDatabase server = EmbeddedDatabase.start(directory, PASSWORD, settings);
        server.ensureOwnedDatabase(NAME, OWNER, PASSWORD, "createrole");
        Migration.run(server.dataSource(NAME, OWNER, PASSWORD), PASSWORDS);
        return new KillableDatabase(directory, server);
    }

    public String jdbcUrl() {
        return server.jdbcUrl(NAME);
    }

    public DataSource owner() {
        return server.dataSource(NAME, OWNER, PASSWORD);
    }

    /** Whoever may do everything, for what no role of the platform may: a checkpoint, say. */
    public DataSource superuser() {
        return server.dataSource(NAME, PostgresDirectory.SUPERUSER, PASSWORD);
    }

    /**
     * Processor time of the server and of all it has started, alive or not; 0 where no one tells.
     */
    public double cpuSeconds() {
        long postmaster = directory.leftover().map(ProcessHandle::pid).orElse(0L);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                            .filter(one -> one.getFileName().toString().matches("\\d+"))
                            .mapToLong(one -> ticks(one, postmaster))
                            .sum()
                    / TICKS_A_SECOND;
        } catch (IOException noSuchThing) {
            return 0;
        }
    }

    private static long ticks(Path process, long postmaster) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            long ended = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            if (process.getFileName().toString().equals(String.valueOf(postmaster))) {
                return own + ended;
            }
            return fields[1].equals(String.valueOf(postmaster)) ? own : 0;
        } catch (IOException ended) {
            return 0;
        }
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
