package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One start and stop of the application on throwaway data and without Keycloak, so that the JVM can
 * archive the classes that a start needs. Part of the build, not of a run.
 */
final class Rehearsal {
    private Rehearsal() {}

    static void of(LocalApplication application, Path root) {
        PostgresBinaries binaries = PostgresBinaries.installed(root);
        try {
            Path directory = Files.createTempDirectory("assay-rehearsal");
            try {
                perform(application, binaries, directory, root);
            } finally {
                FileTree.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rehearsal has nowhere to keep its data", e);
        }
    }

    private static void perform(
            LocalApplication application, PostgresBinaries binaries, Path directory, Path root) {
        LocalOptions options =
                new LocalOptions(directory, Ports.pickFree(), Ports.pickFree(), false);
        try (DataDirectory data = DataDirectory.take(directory, "the rehearsal", root);
                EmbeddedDatabase server =
                        EmbeddedDatabase.start(
                                data.postgres(binaries),
                                data.secrets().password("postgres"),
                                List.of())) {
            LocalDatabase database = new LocalDatabase(server, data.secrets());
            database.prepareApplication();
            URI nobody =
                    URI.create(
                            "http://localhost:%d/realms/assay".formatted(options.keycloakPort()));
            ApplicationSettings settings = new ApplicationSettings(options, database, data, nobody);
            try (LocalApplication.Running running = application.start(settings.asProperties())) {
                Readiness.of(
                                URI.create(
                                        "http://localhost:%d/actuator/health/readiness"
                                                .formatted(options.port())))
                        .await(LocalRun.APPLICATION_PATIENCE, () -> {});
            }
        }
    }
}
