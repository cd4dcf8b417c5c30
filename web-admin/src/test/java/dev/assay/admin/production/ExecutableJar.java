package dev.assay.admin.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The all-in-one as the build leaves it for operators. */
record ExecutableJar(Path path) {

    /** That of this build. */
    static ExecutableJar built() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return new ExecutableJar(
                    files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("no jar was built"))
                            .toAbsolutePath());
        }
    }

    /** Unpacked as the guide says: a small jar beside the folder {@code lib}. */
    Installed extractTo(Path directory) throws IOException, InterruptedException {
        Ended extraction =
                run(
                        Map.of(),
                        List.of(
                                "-Djarmode=tools",
                                "-jar",
                                path.toString(),
                                "extract",
                                "--destination",
                                directory.toString()));
        if (extraction.exitCode() != 0) {
            throw new IllegalStateException(extraction.output());
        }
        return new Installed(directory);
    }

    /**
     * @param directory holds the jar and {@code lib}
     */
    record Installed(Path directory) {

        Path jar() throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(file -> file.toString().endsWith(".jar"))
                        .findFirst()
                        .orElseThrow();
            }
        }

        /** The migration, which has all it needs in {@code lib}. */
        Ended migrate(Map<String, String> environment) throws IOException, InterruptedException {
            return run(
                    environment,
                    List.of(
                            "-cp",
                            directory.resolve("lib") + "/*",
                            "dev.assay.db.migrate.MigrateCommand"));
        }
    }

    /** How a program went. */
    record Ended(int exitCode, String output) {}

    static Ended run(Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        Process process = start(environment, arguments);
        String output = String.join("\n", process.inputReader().lines().toList());
        return new Ended(process.waitFor(), output);
    }

    static Process start(Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
