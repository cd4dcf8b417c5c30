package dev.assay.credential.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs one command to its end; a command that is not there has simply failed. */
final class Node {

    private static final int MOST_MINUTES = 3;

    private Node() {}

    record Run(boolean succeeded, String output, String errors) {}

    static Run run(Path folder, String input, String... command) {
        try {
            // Files, not pipes: nobody has to read one stream while the process waits on another.
            var in = Files.writeString(Files.createTempFile("interop", ".in"), input);
            var out = Files.createTempFile("interop", ".out");
            var err = Files.createTempFile("interop", ".err");
            try {
                return run(folder, in, out, err, command);
            } finally {
                Files.deleteIfExists(in);
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new IllegalStateException("no temporary files for " + command[0], e);
        }
    }

    private static Run run(Path folder, Path in, Path out, Path err, String... command)
            throws IOException {
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
        } catch (IOException e) {
            return new Run(false, "", command[0] + " cannot be started: " + e.getMessage());
        }
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Run(false, "", command[0] + " did not end in time");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command[0], e);
        }
        return new Run(
                process.exitValue() == 0,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
