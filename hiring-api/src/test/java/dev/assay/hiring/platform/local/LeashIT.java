package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashIT {
    private static final int TERMINATED = 128 + 15;

    @TempDir private Path directory;

    @Test
    void terminatesTheProgramWhenOurEndCloses() throws Exception {
        Process program = start(Leash.terminating(List.of("sleep", "600")));

        program.getOutputStream().close();

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(TERMINATED);
    }

    @Test
    void leavesTheProgramAloneUntilThen() {
        Process program = start(Leash.terminating(List.of("sleep", "600")));
        try {
            assertThat(program.isAlive()).isTrue();
        } finally {
            program.destroy();
        }
    }

    @Test
    void runsTheGuardsProgramOnlyWhenOurEndCloses() throws Exception {
        Path mark = directory.resolve("it ran");
        Process guard = start(Leash.runningAtEnd(List.of("touch", mark.toString())));
        assertThat(mark).doesNotExist();

        guard.getOutputStream().close();

        assertThat(guard.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.exists(mark)).isTrue();
    }

    private Process start(List<String> command) {
        return Programs.start(command, Map.of(), directory.resolve("program.log"));
    }
}
