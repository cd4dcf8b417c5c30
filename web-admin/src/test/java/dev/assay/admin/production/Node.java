package dev.assay.admin.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One node as a process of its own, and every line it has written. */
final class Node implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final int port;
    private final int managementPort;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Node(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static Node start(
            ExecutableJar.Installed installed, Path settings, int port, int managementPort)
            throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-jar", installed.jar().toString()));
        arguments.add("--spring.config.additional-location=file:" + settings);
        arguments.add("--server.port=" + port);
        arguments.add("--management.server.port=" + managementPort);
        return new Node(ExecutableJar.start(Map.of(), arguments), port, managementPort);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    URI management() {
        return URI.create("http://localhost:" + managementPort);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code systemctl stop} does; returns the exit code. */
    int terminate() throws InterruptedException {
        // Not process.destroy(): that stops listening to it as well.
        assertThat(process.toHandle().destroy()).isTrue();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the node does not end:\n" + String.join("\n", lines));
        }
        reader.join();
        return process.exitValue();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
