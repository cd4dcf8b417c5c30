package dev.assay.hiring.platform.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * One run of everything. Whoever closes it, from whichever thread and at whichever moment of the
 * start, finds all of it stopped when that returns: what was started last goes first, and nothing
 * starts afterwards.
 */
final class LocalRun implements AutoCloseable {
    static final Duration APPLICATION_PATIENCE = Duration.ofMinutes(5);

    private final LocalOptions options;
    private final Path root;
    private final LocalApplication application;
    private final Progress progress;

    private final Deque<Runnable> toStop = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();

    LocalRun(LocalOptions options, Path root, LocalApplication application, Progress progress) {
        this.options = options;
        this.root = root;
        this.application = application;
        this.progress = progress;
    }

    /** Starts everything and returns when everything can be used. */
    void start() {
        PostgresBinaries binaries = PostgresBinaries.installed(root);
        KeycloakDistribution distribution = KeycloakDistribution.installed(root);
        DataDirectory data = takeData();
        PostgresDirectory postgres = data.postgres(binaries);
        stopLeftovers(data, postgres);
        Ports.requireFree(options.port(), "--port");
        Ports.requireFree(options.keycloakPort(), "--keycloak-port");
        progress.say("Data is in " + data.path());
        if (options.fresh()) {
            data.clear();
        }
        LocalDatabase database = startDatabase(postgres, data.secrets());
        // Keycloak takes longest, so it begins first.
        KeycloakSettings keycloak = database.prepareKeycloak(options, data.keycloak());
        CompletableFuture<Void> keycloakIsReady =
                CompletableFuture.runAsync(
                        () -> startKeycloak(distribution, data.keycloak(), keycloak),
                        task -> Thread.ofVirtual().start(task));
        database.prepareApplication();
        progress.say("The schema is current");
        startApplication(database, data, keycloak.issuer());
        join(keycloakIsReady);
        progress.print(Announcement.of(options, keycloak));
    }

    /** Returns when the run is over; 0 if it was told to stop, 1 if it could not go on. */
    int awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return failed.get() ? 1 : 0;
    }

    /** Whether somebody has closed this already. */
    boolean wasStopped() {
        return stopped.get();
    }

    @Override
    public void close() {
        boolean first = !stopped.getAndSet(true);
        synchronized (toStop) {
            // The data directory alone is let go of without a word.
            if (first && toStop.size() > 1) {
                progress.say("Stopping");
            }
            while (!toStop.isEmpty()) {
                toStop.pop().run();
            }
        }
        ended.countDown();
    }

    private DataDirectory takeData() {
        String owner =
                "process %d on http://localhost:%d"
                        .formatted(ProcessHandle.current().pid(), options.port());
        return keep(() -> DataDirectory.take(options.data(), owner, root), DataDirectory::close);
    }

    private void stopLeftovers(DataDirectory data, PostgresDirectory postgres) {
        if (data.keycloak().stopLeftover()) {
            progress.say("Stopped a Keycloak that an earlier run left behind");
        }
        if (postgres.stopLeftover()) {
            progress.say("Stopped a PostgreSQL that an earlier run left behind");
        }
    }

    private LocalDatabase startDatabase(PostgresDirectory directory, Secrets secrets) {
        String superuserPassword = secrets.password("postgres");
        EmbeddedDatabase server =
                keep(
                        () -> EmbeddedDatabase.start(directory, superuserPassword, List.of()),
                        EmbeddedDatabase::close);
        server.onExit().thenRun(() -> endedByItself("PostgreSQL", directory.log(), true));
        progress.say("PostgreSQL is up");
        return new LocalDatabase(server, secrets);
    }

    private void startKeycloak(
            KeycloakDistribution distribution, KeycloakHome home, KeycloakSettings settings) {
        KeycloakProcess keycloak =
                keep(
                        () -> KeycloakProcess.start(distribution, home, settings),
                        KeycloakProcess::close);
        keycloak.awaitReady();
        keycloak.onExit().thenRun(() -> endedByItself("Keycloak", home.log(), false));
        progress.say("Keycloak is up");
    }

    private void startApplication(LocalDatabase database, DataDirectory data, URI issuer) {
        ApplicationSettings settings = new ApplicationSettings(options, database, data, issuer);
        try {
            LocalApplication.Running running = application.start(settings.asProperties());
            keep(() -> running, LocalApplication.Running::close);
        } catch (RuntimeException e) {
            // Whatever made it fail is in the log; the person at the terminal needs the short form.
            throw new LocalRunException(
                    "the application did not start: %s%nIts log is %s"
                            .formatted(e.getMessage(), data.applicationLog()),
                    e);
        }
        Readiness.of(
                        URI.create(
                                "http://localhost:%d/actuator/health/readiness"
                                        .formatted(options.port())))
                .await(APPLICATION_PATIENCE, this::requireRunning);
        progress.say("The application is up");
    }

    // Keycloak may go and the application still serves those who are signed in; without its
    // database it serves nobody.
    private void endedByItself(String what, Path log, boolean essential) {
        if (stopped.get()) {
            return;
        }
        progress.say("%s has ended; its log is %s".formatted(what, log));
        if (essential) {
            failed.set(true);
            ended.countDown();
        }
    }

    private void requireRunning() {
        if (stopped.get() || ended.getCount() == 0) {
            throw new LocalRunException("the run was stopped");
        }
    }

    // Starting and stopping exclude each other, so nothing can slip through between them.
    private <T> T keep(Supplier<T> start, java.util.function.Consumer<T> stop) {
        synchronized (toStop) {
            requireRunning();
            T started = start.get();
            toStop.push(() -> stop.accept(started));
            return started;
        }
    }

    private static void join(CompletableFuture<Void> task) {
        try {
            task.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LocalRunException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
