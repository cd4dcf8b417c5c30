package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one Keycloak keeps its things, so that the distribution stays as it was installed.
 *
 * @param directory made if absent
 * @param log where Keycloak writes
 */
record KeycloakHome(Path directory, Path log) {

    /** Makes the directory into a home for this distribution. */
    void prepare(KeycloakDistribution distribution) {
        try {
            Path realms = directory.resolve("data").resolve("import");
            Files.createDirectories(realms);
            Files.createDirectories(directory.resolve("conf"));
            Files.writeString(realms.resolve("assay-realm.json"), sampleRealm());
            Path lib = directory.resolve("lib");
            Files.deleteIfExists(lib);
            Files.createSymbolicLink(lib, distribution.directory().resolve("lib"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a home for Keycloak in " + directory, e);
        }
    }

    /** Notes which process runs on this home. */
    void remember(Process process) {
        write(pidFile(), process.pid() + "\n");
    }

    /** Stops what an earlier run left behind here; false if there was nothing. */
    boolean stopLeftover() {
        Optional<ProcessHandle> leftover =
                ChildProcesses.find(pidFile(), KeycloakDistribution.mark(directory));
        leftover.ifPresent(process -> ChildProcesses.end(process, KeycloakProcess.PATIENCE));
        return leftover.isPresent();
    }

    /** Notes that the database now has the sample realm. */
    void rememberRealm() {
        write(realmFile(), realmFingerprint());
    }

    /** Whether the database has the sample realm as it is in this build. */
    boolean hasRealm() {
        return importedRealm().equals(Optional.of(realmFingerprint()));
    }

    /**
     * Whether the database has a sample realm of another build, which an import would not touch.
     */
    boolean hasOutdatedRealm() {
        return importedRealm().isPresent() && !hasRealm();
    }

    /** Forgets that there ever was a realm. */
    void forgetRealm() {
        try {
            Files.deleteIfExists(realmFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + realmFile(), e);
        }
    }

    private Optional<String> importedRealm() {
        if (!Files.exists(realmFile())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(realmFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + realmFile(), e);
        }
    }

    private Path pidFile() {
        return directory.resolve("keycloak.pid");
    }

    private Path realmFile() {
        return directory.resolve("imported-realm");
    }

    private static String realmFingerprint() {
        return LocalInstallation.fingerprint(sampleRealm());
    }

    private static String sampleRealm() {
        try (InputStream realm =
                KeycloakHome.class.getResourceAsStream("/local/assay-realm.json")) {
            return new String(realm.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("local/assay-realm.json cannot be read", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
