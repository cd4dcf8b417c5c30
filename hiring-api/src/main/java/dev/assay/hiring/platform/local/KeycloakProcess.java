package dev.assay.hiring.platform.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A Keycloak of our own beside this JVM, with the {@link SampleRealm}. It stops when this JVM ends,
 * even by {@code kill -9}.
 */
final class KeycloakProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final KeycloakHome home;
    private final URI issuer;

    private KeycloakProcess(Process process, KeycloakHome home, URI issuer) {
        this.process = process;
        this.home = home;
        this.issuer = issuer;
    }

    /** Starts it and returns at once; {@link #awaitReady()} tells when it can be used. */
    static KeycloakProcess start(
            KeycloakDistribution distribution, KeycloakHome home, KeycloakSettings settings) {
        home.prepare(distribution);
        List<String> arguments = new ArrayList<>(settings.arguments());
        if (!home.hasRealm()) {
            arguments.add("--import-realm");
        }
        Process process =
                Programs.start(
                        Leash.terminating(distribution.command(home.directory(), arguments)),
                        settings.environment(),
                        home.log());
        home.remember(process);
        return new KeycloakProcess(process, home, settings.issuer());
    }

    /** The sample realm's issuer address. */
    URI issuer() {
        return issuer;
    }

    /** Returns when the realm answers; refuses with the end of the log when Keycloak gives up. */
    void awaitReady() {
        Readiness.of(issuer)
                .await(
                        START_PATIENCE,
                        () -> {
                            if (!process.isAlive()) {
                                throw new LocalRunException(
                                        "Keycloak ended with code %d:%n%s"
                                                .formatted(
                                                        process.exitValue(),
                                                        Programs.lastLines(home.log())));
                            }
                        });
        home.rememberRealm();
    }

    /** Completes when Keycloak has ended, for whatever reason. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    @Override
    public void close() {
        ChildProcesses.end(process.toHandle(), PATIENCE);
    }
}
