package dev.assay.hiring.platform.local;

import dev.assay.hiring.HiringApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One API node in a process of its own, as production runs it: its port stays the same over all its
 * lives, and whatever is killed is looked at first.
 */
final class NodeProcess implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final Duration END_PATIENCE = Duration.ofSeconds(60);

    private final String mark = "-Ddrill.mark=" + UUID.randomUUID();
    private final int port = Ports.pickFree();
    private final Map<String, Object> properties;
    private final Path log;
    private final List<String> machine;
    private final Class<?> program;
    private Process process;

    private NodeProcess(
            Map<String, Object> properties, Path log, List<String> machine, Class<?> program) {
        this.properties = Map.copyOf(properties);
        this.log = log;
        this.machine = List.copyOf(machine);
        this.program = program;
        this.process = launch();
    }

    /** Starts a node that is soon there, and returns when it is ready. */
    static NodeProcess start(Map<String, Object> properties, Path log) {
        return start(
                properties,
                log,
                List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /**
     * Starts a node and returns when it is ready.
     *
     * @param machine options of its Java
     */
    static NodeProcess start(Map<String, Object> properties, Path log, List<String> machine) {
        return start(properties, log, machine, HiringApplication.class);
    }

    /**
     * The same with another program, which starts a node too.
     *
     * @param program its main class
     */
    static NodeProcess start(
            Map<String, Object> properties, Path log, List<String> machine, Class<?> program) {
        NodeProcess node = new NodeProcess(properties, log, machine, program);
        node.awaitReady();
        return node;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Processor time of its present life; 0 where no one tells. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /**
     * {@code kill -9}, after making sure that the process of this id is still ours: ids are given
     * out again.
     */
    void kill() {
        String commandLine = process.info().commandLine().orElse("");
        if (!commandLine.contains(mark)) {
            throw new AssertionError(
                    "process %d is not ours: %s".formatted(process.pid(), commandLine));
        }
        process.destroyForcibly();
        if (!ChildProcesses.endsWithin(process.toHandle(), END_PATIENCE)) {
            throw new AssertionError("a killed node does not end");
        }
    }

    /** Starts it again after {@link #kill()}, and returns when it is ready. */
    void restart() {
        relaunch();
        awaitReady();
    }

    /** Starts it again after {@link #kill()}: its work begins before it answers. */
    void relaunch() {
        process = launch();
    }

    /** Returns when it is ready. */
    void awaitReady() {
        Readiness.of(address().resolve("/actuator/health/readiness"))
                .await(
                        START_PATIENCE,
                        () -> {
                            if (!process.isAlive()) {
                                throw new AssertionError(
                                        "the node ended:\n" + Programs.lastLines(log));
                            }
                        });
    }

    @Override
    public void close() {
        ChildProcesses.end(process.toHandle(), END_PATIENCE);
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(
                List.of(
                        mark,
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        "--server.port=" + port));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("the node cannot be started", failure);
        }
    }
}
