package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a program has to know that works beside a local run, on the same data. */
public final class RunningLocally {

    /** The line of {@code postmaster.pid} that holds the port, from 0. */
    private static final int PORT_LINE = 3;

    private RunningLocally() {}

    /** Where a local run keeps its data unless it was told otherwise. */
    public static Path usualData() {
        return LocalInstallation.home(LocalInstallation.root());
    }

    /**
     * The settings of the run that uses this directory now.
     *
     * @throws IllegalArgumentException when none does
     */
    public static Map<String, Object> settings(Path data, int keycloakPort) {
        Secrets secrets = new Secrets(data.resolve("secrets"));
        int port = databasePort(data);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("assay.database.url", "jdbc:postgresql://127.0.0.1:" + port + "/assay");
        settings.put("assay.database.web.password", secrets.password("database-web"));
        settings.put("assay.database.worker.password", secrets.password("database-worker"));
        settings.put("assay.database.self-id.password", secrets.password("database-selfid"));
        settings.put(
                "assay.identity.issuer",
                "http://localhost:%d/realms/%s".formatted(keycloakPort, SampleRealm.NAME));
        settings.put("assay.identity.admin.client-secret", SampleRealm.PEOPLE_SECRET);
        settings.put("spring.profiles.active", "local,sample");
        return settings;
    }

    /** Where mail of that run ends up. */
    public static Path mail(Path data) {
        return data.resolve("mail");
    }

    private static int databasePort(Path data) {
        Path pidFile = data.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            throw new IllegalArgumentException(
                    "nothing runs on %s; start ./assay run first, or name its directory with --data"
                            .formatted(data));
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return Integer.parseInt(lines.get(PORT_LINE).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + pidFile, failure);
        }
    }
}
