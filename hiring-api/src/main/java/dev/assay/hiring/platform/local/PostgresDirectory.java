package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data directory of a PostgreSQL server, whether one runs on it or not.
 *
 * @param binaries the programs that work on it
 * @param data the directory, which may not exist yet
 * @param log where the programs write
 */
record PostgresDirectory(PostgresBinaries binaries, Path data, Path log) {
    static final String SUPERUSER = "postgres";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Creates the directory if there is none; everybody will need a password, this one the
     * superuser.
     */
    void initialise(String superuserPassword) {
        if (Files.isDirectory(data)) {
            return;
        }
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        try {
            FileTree.delete(unfinished);
            Files.createDirectories(data.toAbsolutePath().getParent());
            Path passwordFile = Files.createTempFile("assay", ".password");
            try {
                Files.writeString(passwordFile, superuserPassword);
                Programs.run(initialiseCommand(unfinished, passwordFile), log);
            } finally {
                Files.delete(passwordFile);
            }
            // Only now does it count, so that a killed run leaves no half a directory.
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the database in " + data, e);
        }
    }

    /** Starts a server and returns when it takes connections on the loopback interface. */
    void start(int port, List<String> settings) {
        forgetStranger();
        List<String> options = new ArrayList<>();
        options.add("listen_addresses=127.0.0.1");
        options.add("port=" + port);
        options.add("unix_socket_directories=");
        // Details of errors may quote rows, and the log is no place for personal data.
        options.add("log_error_verbosity=terse");
        options.addAll(settings);
        Programs.run(
                binaries.command(
                        "pg_ctl",
                        List.of(
                                "--pgdata=" + data,
                                "--log=" + log,
                                "--options=-c " + String.join(" -c ", options),
                                "--timeout=" + PATIENCE.toSeconds(),
                                "--wait",
                                "start")),
                log);
    }

    /** A process that stops the server as soon as this JVM ends or closes its standard input. */
    Process guard() {
        return Programs.start(Leash.runningAtEnd(stopCommand()), Map.of(), log);
    }

    /** The server that runs on this directory, whoever started it. */
    Optional<ProcessHandle> leftover() {
        return ChildProcesses.find(pidFile(), data.toString());
    }

    /** Stops the server that runs on this directory, if any; false if there was none. */
    boolean stopLeftover() {
        Optional<ProcessHandle> server = leftover();
        if (server.isPresent()) {
            // Its guard may be at it already, and then this fails; what counts is that it ends.
            Process stop = Programs.start(stopCommand(), Map.of(), log);
            ChildProcesses.endsWithin(stop.toHandle(), PATIENCE);
            if (!ChildProcesses.endsWithin(server.get(), PATIENCE)) {
                throw new LocalRunException(
                        "PostgreSQL (process %d) does not stop; its log is %s"
                                .formatted(server.get().pid(), log));
            }
        }
        return server.isPresent();
    }

    // PostgreSQL refuses to start while the process of its last run seems to be alive, even if the
    // system has given that id to somebody else since.
    private void forgetStranger() {
        try {
            if (ChildProcesses.isStranger(pidFile(), data.toString())) {
                Files.deleteIfExists(pidFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + pidFile(), e);
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private List<String> stopCommand() {
        return binaries.command(
                "pg_ctl",
                List.of(
                        "--pgdata=" + data,
                        "--mode=fast",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--wait",
                        "stop"));
    }

    private List<String> initialiseCommand(Path target, Path passwordFile) {
        return binaries.command(
                "initdb",
                List.of(
                        "--pgdata=" + target,
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
    }
}
