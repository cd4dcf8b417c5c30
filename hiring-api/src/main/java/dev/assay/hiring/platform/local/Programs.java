package dev.assay.hiring.platform.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Other programs, with what they say appended to a log file. */
final class Programs {
    private static final int QUOTED_LINES = 15;

    private Programs() {}

    /** Runs a program to its end; refuses an exit code other than 0 with the end of the log. */
    static void run(List<String> command, Path log) {
        run(command, Map.of(), log);
    }

    /** As {@link #run(List, Path)}, with more environment variables. */
    static void run(List<String> command, Map<String, String> environment, Path log) {
        Process process = start(command, environment, log);
        try {
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new LocalRunException(
                        "%s ended with code %d:%n%s"
                                .formatted(command.getFirst(), exitCode, lastLines(log)));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LocalRunException("interrupted while a program was running", e);
        }
    }

    /** Starts a program whose standard input stays in our hands. */
    static Process start(List<String> command, Map<String, String> environment, Path log) {
        File logFile = log.toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile));
        // Keycloak would take settings from the caller's environment; ours alone shall count.
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return builder.start();
        } catch (IOException e) {
            throw new LocalRunException("%s cannot be started".formatted(command.getFirst()), e);
        }
    }

    /** The end of a log, to be shown where a program failed. */
    static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            int from = Math.max(0, lines.size() - QUOTED_LINES);
            return String.join(System.lineSeparator(), lines.subList(from, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log " + log, e);
        }
    }
}
