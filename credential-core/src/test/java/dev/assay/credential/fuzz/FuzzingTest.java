package dev.assay.credential.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer, guided by coverage. What it finds belongs into the folder of the target beside {@link
 * CorpusTest}.
 */
class FuzzingTest {

    private static final int RUNS = Integer.getInteger("assay.test.fuzz.runs", 8_000);
    private static final long SECONDS = Long.getLong("assay.test.fuzz.seconds", 30);
    private static final int MINUTES = 5;

    @TempDir private Path folder;

    /**
     * Every time: so many runs from one beginning, whatever the machine, over all targets at once.
     */
    @Test
    void findsNothingAtOnce() throws IOException, InterruptedException {
        var log =
                Jazzer.run(
                        AnyTarget.class,
                        folder,
                        AnyTarget.seeds(),
                        Jazzer.LIBRARY,
                        MINUTES,
                        "-seed=17",
                        "-runs=" + RUNS);

        assertThat(log).contains("Done " + RUNS + " runs").contains(" cov: ");
        assertFoundNothing(log);
    }

    static List<Targets.Target> targets() {
        return Targets.all();
    }

    /** Half a minute each, with the parsers below this library. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("targets")
    void findsNothingInTime(Targets.Target target) throws IOException, InterruptedException {
        var log =
                Jazzer.run(
                        target.type(),
                        folder,
                        target.seeds(),
                        Jazzer.ALL_PARSERS,
                        MINUTES + (int) (SECONDS / 60),
                        "-max_total_time=" + SECONDS);

        assertThat(log).contains("Done ");
        assertFoundNothing(log);
    }

    private static void assertFoundNothing(String log) {
        assertThat(log).doesNotContain("SUMMARY: libFuzzer", "== Java Exception");
    }
}
