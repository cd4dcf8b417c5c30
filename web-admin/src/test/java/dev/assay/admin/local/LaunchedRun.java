package dev.assay.admin.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program behind {@code ./assay run} in a process of its own, on the class path the build left
 * for it.
 */
final class LaunchedRun {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path data;
    private final int port;
    private final int keycloakPort;
    private final StringBuilder output = new StringBuilder();

    private LaunchedRun(Process process, Path data, int port, int keycloakPort) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.keycloakPort = keycloakPort;
    }

    /** Starts it and returns once it says that everything can be used. */
    static LaunchedRun ready(Path data) throws IOException {
        LaunchedRun run = begin(data, freePort(), freePort());
        run.readUntil("Ctrl-C stops everything.");
        return run;
    }

    static LaunchedRun begin(Path data, int port, int keycloakPort) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dassay.root=" + System.getProperty("assay.root"),
                        "-cp",
                        classPath(),
                        "dev.assay.admin.RunLocally",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--keycloak-port",
                        Integer.toString(keycloakPort));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new LaunchedRun(process, data, port, keycloakPort);
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String classPath() throws IOException {
        try (Stream<Path> lists = Files.list(Path.of("target"))) {
            List<Path> files =
                    lists.filter(file -> file.toString().endsWith(".classpath")).sorted().toList();
            List<String> entries = new ArrayList<>(List.of(Path.of("target/classes").toString()));
            for (Path file : files) {
                entries.add(Files.readString(file));
            }
            return String.join(":", entries);
        }
    }

    /** What it printed up to its end or the line with this text. */
    String readUntil(String text) throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.append(line).append('\n');
            if (line.contains(text)) {
                return output.toString();
            }
        }
        throw new AssertionError("the run ended without \"" + text + "\":\n" + output);
    }

    String readAll() throws IOException {
        return process.inputReader().lines().collect(Collectors.joining("\n"));
    }

    /** What it printed until it was ready. */
    String output() {
        return output.toString();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the run does not end");
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    /** The living processes that work on this run's data, the run itself aside. */
    List<ProcessHandle> helpers() {
        return ProcessHandle.allProcesses()
                .filter(other -> other.pid() != process.pid())
                .filter(other ->
                        other.info()
                                .commandLine()
                                .filter(line -> line.contains(data.toString()))
                                .isPresent())
                .toList();
    }

    int port() {
        return port;
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    URI realm(String path) {
        return URI.create("http://localhost:" + keycloakPort + "/realms/assay" + path);
    }
}
