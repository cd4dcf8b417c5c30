package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real Keycloak with the {@link SampleRealm} on a free port, for the tests. Its database is the
 * caller's to provide and to throw away. It ends with this JVM, even by {@code kill -9}.
 */
public final class ThrowawayKeycloak implements AutoCloseable {
    private static final String ADMINISTRATOR_PASSWORD = "test-admin";

    private final KeycloakProcess process;
    private final Path directory;

    private ThrowawayKeycloak(KeycloakProcess process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /**
     * Installs Keycloak below {@code .assay} of the source tree if it is not there yet, starts it,
     * and returns at once; {@link #awaitReady()} tells when it can be used.
     *
     * @param jdbcUrl an empty database, owned by {@code role}
     */
    public static ThrowawayKeycloak start(String jdbcUrl, String role, String password) {
        var distribution = KeycloakDistribution.installed(LocalInstallation.root());
        Path directory = temporaryDirectory();
        var home = new KeycloakHome(directory, directory.resolve("keycloak.log"));
        var settings =
                new KeycloakSettings(
                        Ports.pickFree(), jdbcUrl, role, password, ADMINISTRATOR_PASSWORD);
        return new ThrowawayKeycloak(
                KeycloakProcess.start(distribution, home, settings), directory);
    }

    /** The sample realm's issuer address. */
    public URI issuer() {
        return process.issuer();
    }

    /** Returns when the realm answers; refuses with the end of the log when Keycloak gives up. */
    public void awaitReady() {
        process.awaitReady();
    }

    /** Stops it, and deletes what it wrote outside its database. */
    @Override
    public void close() {
        process.close();
        try {
            FileTree.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("assay-keycloak");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a home for Keycloak", e);
        }
    }
}
