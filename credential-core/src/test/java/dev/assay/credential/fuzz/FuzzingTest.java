package dev.assay.credential.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer on every target, half a minute each ({@code -Dassay.test.fuzz.seconds}), with coverage of
 * this library and of the parsers below it. What it finds belongs into the folder of the target
 * beside {@link CorpusTest}.
 */
@Tag("long")
class FuzzingTest {

    private static final String INSTRUMENTED =
            "dev.assay.credential.**:tools.jackson.**:com.apicatalog.**:com.sun.org.apache.xerces.**";

    private static final long SECONDS = Long.getLong("assay.test.fuzz.seconds", 30);

    @TempDir private Path folder;

    static List<Targets.Target> targets() {
        return Targets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void findsNothing(Targets.Target target) throws IOException, InterruptedException {
        var corpus = Files.createDirectory(folder.resolve("corpus"));
        int number = 0;
        for (var seed : target.seeds()) {
            Files.write(corpus.resolve("seed" + number++), seed);
        }
        var log = folder.resolve("log").toFile();
        var process =
                new ProcessBuilder(command(target, corpus))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();

        // Threads of a native library may keep the process from ending by itself.
        process.waitFor(SECONDS + 300, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(read(log.toPath()))
                .contains("Done ")
                .doesNotContain("SUMMARY: libFuzzer", "== Java Exception");
    }

    private static List<String> command(Targets.Target target, Path corpus) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+EnableDynamicAgentLoading");
        command.add("-cp");
        // Surefire starts its tests from a jar that only points to the class path.
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + target.type().getName());
        command.add("--instrumentation_includes=" + INSTRUMENTED);
        command.add("--custom_hook_includes=" + INSTRUMENTED);
        command.add("-max_total_time=" + SECONDS);
        command.add("-timeout=20");
        command.add("-rss_limit_mb=3000");
        command.add(corpus.toString());
        return command;
    }

    private static String read(Path file) {
        try {
            var text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            return text.substring(Math.max(0, text.length() - 6_000));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
