package dev.assay.admin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What kill -9 and kill in the middle of a first start leave behind. */
@Tag("long")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledStartIT {
    private static final List<String> STAGES =
            List.of("Data is in", "PostgreSQL is up", "The schema is current", "application is up");

    @Test
    void comesUpWholeAfterStartsThatWereCutShortAtEveryStage(@TempDir Path data) throws Exception {
        for (String stage : STAGES) {
            LaunchedRun killed =
                    LaunchedRun.begin(data, LaunchedRun.freePort(), LaunchedRun.freePort());
            killed.readUntil(stage);
            killed.kill();
            killed.exitCode();

            LaunchedRun stopped =
                    LaunchedRun.begin(data, LaunchedRun.freePort(), LaunchedRun.freePort());
            stopped.readUntil(stage);
            List<ProcessHandle> helpers = stopped.helpers();
            stopped.terminate();
            stopped.exitCode();
            assertThat(helpers).noneMatch(ProcessHandle::isAlive);
        }

        LaunchedRun run = LaunchedRun.ready(data);
        try {
            assertThat(LocalRunIT.jobs(run))
                    .containsOnlyOnce("Junior data analyst")
                    .containsOnlyOnce("IT support technician")
                    .containsOnlyOnce("Data quality steward");
        } finally {
            run.terminate();
            run.exitCode();
        }
    }
}
