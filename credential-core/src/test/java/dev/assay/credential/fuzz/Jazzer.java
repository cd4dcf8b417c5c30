package dev.assay.credential.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts Jazzer in a process of its own, and says what it said. */
final class Jazzer {

    /** This library alone, which is quick to instrument. */
    static final String LIBRARY = "dev.assay.credential.**";

    /** The parsers below it, too. */
    static final String ALL_PARSERS =
            LIBRARY + ":tools.jackson.**:com.apicatalog.**:com.sun.org.apache.xerces.**";

    private static final int LINES = 60;

    private Jazzer() {}

    /**
     * The end of the log.
     *
     * @param folder an empty one, for the corpus and what is found
     * @param seeds what to begin with
     * @param instrumented the classes whose coverage guides it
     * @param minutes when to give up on the process itself
     * @param limits options of libFuzzer that say how much to do
     */
    static String run(
            Class<?> target,
            Path folder,
            List<byte[]> seeds,
            String instrumented,
            int minutes,
            String... limits)
            throws IOException, InterruptedException {
        var corpus = Files.createDirectory(folder.resolve("corpus"));
        int number = 0;
        for (var seed : seeds) {
            Files.write(corpus.resolve("seed" + number++), seed);
        }
        var command = new ArrayList<>(java());
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + target.getName());
        command.add("--instrumentation_includes=" + instrumented);
        command.add("--custom_hook_includes=" + instrumented);
        command.addAll(List.of(limits));
        command.add("-timeout=20");
        command.add("-rss_limit_mb=3000");
        command.add(corpus.toString());
        var log = folder.resolve("log");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        // Threads of a native library may keep the process from ending by itself.
        process.waitFor(minutes, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            var told = lines.filter(l -> !l.startsWith("INFO: Instrumented")).toList();
            return String.join("\n", told.subList(Math.max(0, told.size() - LINES), told.size()));
        }
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                // Surefire starts its tests from a jar that only points to the class path.
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
    }
}
