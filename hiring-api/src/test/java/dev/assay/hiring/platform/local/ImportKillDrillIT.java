package dev.assay.hiring.platform.local;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import by a node that is killed on the way: each line that was acknowledged has its outcome in
 * the end, whatever can be filed is filed once and whole, and of an upload that was never
 * acknowledged nothing is.
 */
@Tag("long")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class ImportKillDrillIT {

    private static final int KILLS = 10;
    private static final int PEOPLE = 5_000;
    private static final int LINES_BEFORE_ONE_AGAIN = 50;
    private static final int LINES_BEFORE_A_BAD_ONE = 97;
    private static final int UNACKNOWLEDGED = 600;
    private static final Duration LONGEST_LIFE = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SKILL = "https://skills.example/drill";

    @TempDir private static Path folder;

    private final ImportFile file = new ImportFile(SKILL);
    private final List<String> lines = new ArrayList<>();
    private int again;
    private int bad;

    @Test
    void everyAcknowledgedLineIsDealtWithOnceHoweverOftenTheNodeWasKilled() throws Exception {
        try (KillableDatabase database = KillableDatabase.start(folder)) {
            KillDrillIT.admitHarbor(database);
            try (NodeProcess node =
                    NodeProcess.start(
                            KillDrillIT.settings(database, folder), folder.resolve("node.log"))) {
                new Registry(ApiClient.at(node.address())).register(file.issuerId(), "trusted");
                String job = new HiringDesk(KillDrillIT.rita(node)).openJob(requirement(SKILL, 1));
                breakOff(node, database, job);
                writeLines();
                String operation =
                        KillDrillIT.rita(node)
                                .post(
                                        "/v1/jobs/" + job + "/applications/import",
                                        "application/x-ndjson",
                                        String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                                .expect(202)
                                .id();

                List<Long> reached = drill(node, database, operation);

                Drill.await(() -> ended(database, operation));
                System.out.printf(
                        "Import kill drill: %d lines, killed after %s of them%n",
                        lines.size(), reached);
                assertEachLineHasItsOutcome(database, operation);
                assertEachIsThereOnce(database);
                Drill.assertToldOfOnce(
                        database,
                        PEOPLE,
                        "candidate.admitted",
                        "application.submitted",
                        "credential.verified",
                        "score.changed");
            }
        }
    }

    /** An upload that never comes to its end, because the node does. */
    private void breakOff(NodeProcess node, KillableDatabase database, String job)
            throws Exception {
        Path body = folder.resolve("unacknowledged.ndjson");
        file.write(body, UNACKNOWLEDGED, true);
        CountDownLatch over = new CountDownLatch(1);
        InputStream endless =
                new SequenceInputStream(
                        new ByteArrayInputStream(Files.readAllBytes(body)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                try {
                                    over.await();
                                } catch (InterruptedException stopped) {
                                    throw new IOException(stopped);
                                }
                                return -1;
                            }
                        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> answer =
                    client.sendAsync(
                            ImportFile.upload(node, job)
                                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            Drill.await(() -> KillDrillIT.count(database, "select count(*) from import_line") > 0);
            node.kill();
            over.countDown();
            assertThat(answer).failsWithin(PATIENCE);
        }
        node.restart();
    }

    /** People nobody knows; some lines come twice, and some are none. */
    private void writeLines() throws IOException {
        Path body = folder.resolve("lines.ndjson");
        file.write(body, PEOPLE, true);
        for (String line : Files.readAllLines(body)) {
            lines.add(line);
            if (lines.size() % LINES_BEFORE_ONE_AGAIN == 0) {
                lines.add(line);
                again++;
            }
            if (lines.size() % LINES_BEFORE_A_BAD_ONE == 0) {
                lines.add("{\"candidate\":");
                bad++;
            }
        }
    }

    private static List<Long> drill(NodeProcess node, KillableDatabase database, String operation)
            throws SQLException {
        SplittableRandom moments = new SplittableRandom(20261126);
        List<Long> reached = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            long before = done(database, operation);
            Drill.await(() -> done(database, operation) > before || ended(database, operation));
            LockSupport.parkNanos(moments.nextLong(LONGEST_LIFE.toNanos()));
            node.kill();
            reached.add(done(database, operation));
            assertThat(ended(database, operation))
                    .as("over before kill %d; it takes more lines", kill + 1)
                    .isFalse();
            Drill.relaunch(node, database);
        }
        node.awaitReady();
        return reached;
    }

    private void assertEachLineHasItsOutcome(KillableDatabase database, String operation)
            throws SQLException {
        assertThat(
                        counts(
                                database,
                                "select outcome, count(*) from import_line where import_id = '%s' group by 1"
                                        .formatted(operation)))
                .isEqualTo(
                        Map.of(
                                "created", (long) PEOPLE,
                                "existing", (long) again,
                                "invalid", (long) bad));
        assertThat(
                        KillDrillIT.count(
                                database,
                                "select count(*) from import_line where import_id = '%s' and (sealed is not null or line not between 1 and %d)"
                                        .formatted(operation, lines.size())))
                .as("lines that were kept, or never sent")
                .isZero();
        assertThat(done(database, operation)).isEqualTo(lines.size());
        assertThat(
                        KillDrillIT.count(
                                database,
                                "select count(*) from operation where id = '%s' and state = 'succeeded'"
                                        .formatted(operation)))
                .isEqualTo(1);
    }

    private static void assertEachIsThereOnce(KillableDatabase database) throws SQLException {
        for (String table :
                List.of(
                        "candidate",
                        // The employer has one too, under its own id.
                        "person_key where person_id <> employer_id",
                        "application",
                        "application_received",
                        "credential",
                        "credential_verification",
                        "score_history",
                        "application_score where score is not null",
                        "imported_line")) {
            assertThat(KillDrillIT.count(database, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo(PEOPLE);
        }
        assertThat(
                        KillDrillIT.count(
                                database,
                                "select count(distinct l.application_id) from import_line l join application a"
                                        + " on a.employer_id = l.employer_id and a.id = l.application_id"))
                .as("applications that lines were told of")
                .isEqualTo(PEOPLE);
    }

    private static Map<String, Long> counts(KillableDatabase database, String query)
            throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    private static boolean ended(KillableDatabase database, String operation) throws SQLException {
        return KillDrillIT.count(
                        database,
                        "select count(*) from operation where id = '%s' and finished_at is not null"
                                .formatted(operation))
                > 0;
    }

    private static long done(KillableDatabase database, String operation) throws SQLException {
        return KillDrillIT.count(
                database, "select done from operation where id = '%s'".formatted(operation));
    }
}
