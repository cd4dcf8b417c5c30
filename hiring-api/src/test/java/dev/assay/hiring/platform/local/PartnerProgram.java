package dev.assay.hiring.platform.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.hiring.testkit.TestKeycloak;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The job board of docs/samples/partner, which knows of us what our documentation says. */
final class PartnerProgram implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SAMPLE =
            Path.of(System.getProperty("assay.root", ".."), "docs/samples/partner");
    private static final int MOST_MINUTES = 3;
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Map<String, String> settings;
    private @Nullable Process process;

    private PartnerProgram(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** With the library that it checks signatures by; skips the test where it cannot be had. */
    static PartnerProgram orSkip(
            Path folder, URI node, String hook, int port, String clientId, String secret)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String file : List.of("partner.mjs", "package.json")) {
            Files.copy(SAMPLE.resolve(file), folder.resolve(file));
        }
        assumeTrue(
                isDone(folder, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock"),
                "npm or the library is not there");
        return new PartnerProgram(
                folder,
                Map.of(
                        "ASSAY", node.toString(),
                        "REALM", TestKeycloak.get().issuer().toString(),
                        "CLIENT_ID", clientId,
                        "CLIENT_SECRET", secret,
                        "HOOK", hook,
                        "PORT", Integer.toString(port),
                        "STATE", folder.resolve("state.ndjson").toString()));
    }

    private static boolean isDone(Path folder, String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("npm.log").toFile())
                            .start()
                            .waitFor(MOST_MINUTES, TimeUnit.MINUTES)
                    && Files.isDirectory(folder.resolve("node_modules/standardwebhooks"));
        } catch (IOException _) {
            return false;
        }
    }

    void start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "partner.mjs"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("said.txt").toFile()));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** Ends it in the middle of whatever it does. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            if (!ChildProcesses.endsWithin(running.toHandle(), END_PATIENCE)) {
                throw new AssertionError("a killed program does not end");
            }
        }
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }

    /** What it wrote down of a kind, oldest first; a line that is being written is not counted. */
    List<JsonNode> noted(String kind) throws IOException {
        Path state = folder.resolve("state.ndjson");
        if (!Files.exists(state)) {
            return List.of();
        }
        return Files.readAllLines(state).stream()
                .filter(line -> line.startsWith("{\"kind\":\"" + kind + "\"") && line.endsWith("}"))
                .map(JSON::readTree)
                .toList();
    }

    @Override
    public void close() {
        kill();
    }
}
