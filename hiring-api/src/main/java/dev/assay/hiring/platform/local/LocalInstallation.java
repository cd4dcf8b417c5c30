package dev.assay.hiring.platform.local;

import dev.assay.hiring.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The third-party programs of the local run and the tests, unpacked once below {@code .assay} of
 * the source tree. Started by the build as a program of its own, so that no run pays for it.
 */
public final class LocalInstallation {
    private static final String ROOT_PROPERTY = "assay.root";
    private static final int FINGERPRINT_LENGTH = 12;

    private LocalInstallation() {}

    /** Installs what is missing, and says so. */
    public static void main(String[] arguments) {
        try {
            Path root = root();
            System.out.println("PostgreSQL: " + PostgresBinaries.installed(root).directory());
            System.out.println("Keycloak:   " + KeycloakDistribution.installed(root).directory());
        } catch (LocalRunException failure) {
            System.err.println("assay: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** The source tree, from the system property {@code assay.root}. */
    static Path root() {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root == null) {
            throw new LocalRunException(
                    "the system property assay.root must name the source tree; start with ./assay");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }

    /** Where everything of the local run is by default. */
    static Path home(Path root) {
        return root.resolve(".assay");
    }

    /** The version the build was made with. */
    static String version(String program) {
        try (InputStream in =
                LocalInstallation.class.getResourceAsStream("/local/versions.properties")) {
            Properties versions = new Properties();
            versions.load(in);
            return versions.getProperty(program);
        } catch (IOException e) {
            throw new UncheckedIOException("local/versions.properties cannot be read", e);
        }
    }

    /** A short name for this very text: anything else gets another. */
    static String fingerprint(String text) {
        return Sha256.hex(text).substring(0, FINGERPRINT_LENGTH);
    }
}
