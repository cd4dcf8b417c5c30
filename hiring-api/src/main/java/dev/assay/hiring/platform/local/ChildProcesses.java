package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes of ours that may have outlived the JVM that started them. */
final class ChildProcesses {
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private ChildProcesses() {}

    /**
     * The living process that a file names in its first line, if its command line carries the mark
     * of ours. Process ids are reused, so without the mark it is a stranger, and left alone.
     */
    static Optional<ProcessHandle> find(Path pidFile, String mark) {
        return living(pidFile).filter(process -> commandLine(process).contains(mark));
    }

    /** Whether the process that a file names lives, but is somebody else's by now. */
    static boolean isStranger(Path pidFile, String mark) {
        return living(pidFile).filter(process -> !commandLine(process).contains(mark)).isPresent();
    }

    /** Asks a process to end, and makes it when it has not after {@code patience}. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            if (!endsWithin(process, LAST_WORDS)) {
                throw new LocalRunException("process %d does not end".formatted(process.pid()));
            }
        }
    }

    /** Waits for a process to end; false if it is still there after {@code patience}. */
    static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("interrupted while a process was ending", e);
        }
    }

    private static Optional<ProcessHandle> living(Path pidFile) {
        return pidIn(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    private static Optional<Long> pidIn(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + pidFile, e);
        }
    }

    private static String commandLine(ProcessHandle process) {
        ProcessHandle.Info known = process.info();
        return known.commandLine()
                .orElseGet(() ->
                        String.join(
                                " ",
                                Stream.concat(
                                                known.command().stream(),
                                                known.arguments().stream().flatMap(Stream::of))
                                        .toList()));
    }
}
