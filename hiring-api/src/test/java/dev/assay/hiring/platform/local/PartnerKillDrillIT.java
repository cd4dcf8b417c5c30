package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.NodeWithReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A job board's own program, which was written from the documentation, against a node that is
 * killed twenty times while it hands applications in, itself killed now and then: each is there
 * once. Then nobody listens at its endpoint for a day, and it hears of everything all the same,
 * once and in order, each message under both signatures.
 */
@Tag("long")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class PartnerKillDrillIT {

    private static final int KILLS = 20;
    private static final int KILLS_UNTIL_THE_PROGRAM_DIES_TOO = 6;
    private static final int MOST_BETWEEN_KILLS = 9;
    private static final int APPLICATIONS = KILLS * MOST_BETWEEN_KILLS + 20;
    private static final int MOVED = 40;
    private static final Duration DOWN = Duration.ofDays(1);

    @TempDir private static Path folder;

    @Test
    void aBoardLosesNothingWhateverIsKilledAndHearsOfEverythingThoughItWasAwayForADay()
            throws Exception {
        try (KillableDatabase database = KillableDatabase.start(folder)) {
            KillDrillIT.admitHarbor(database);
            int port = Ports.pickFree();
            Map<String, Object> settings = KillDrillIT.settings(database, folder);
            settings.put("assay.identity.admin.client-secret", SampleRealm.PEOPLE_SECRET);
            // Elsewhere the sample's secret is refused.
            settings.put("spring.profiles.active", "testkit");
            try (NodeProcess node =
                    NodeProcess.start(
                            settings,
                            folder.resolve("node.log"),
                            List.of(
                                    "-Xmx384m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-D" + NodeWithReceiver.PORT + "=" + port),
                            NodeWithReceiver.class)) {
                HiringDesk desk = new HiringDesk(KillDrillIT.rita(node));
                desk.openJob();
                desk.openJob();
                try (PartnerProgram board = registered(node, port)) {
                    board.start("apply", Integer.toString(APPLICATIONS), "listen");
                    drill(board, node, database);
                    Map<String, String> applied = applied(board, database);

                    board.kill();
                    List<String> moved = applied.values().stream().limit(MOVED).toList();
                    moved.forEach(application -> move(node, application));
                    Duration away = passADay(database);
                    board.start("listen");
                    comeBack(board, database);

                    heardOfEverything(board, database, applied, moved);
                    System.out.printf(
                            "Partner kill drill: %d applications, %d server kills, away for %s, %d messages heard%n",
                            applied.size(), KILLS, away, board.noted("event").size());
                }
            }
        }
    }

    private static PartnerProgram registered(NodeProcess node, int port) throws Exception {
        ApiClient hana = ApiClient.at(node.address()).as(Person.HANA);
        JsonNode made = hana.post("/v1/partners", "{\"name\":\"Drill Board\"}").expect(201).json();
        hana.call(
                        "PUT",
                        "/v1/partners/" + made.path("id").asString() + "/grant",
                        ApiClient.JSON,
                        "{\"permissions\":[\"list\",\"apply\",\"status\"]}"
                                .getBytes(StandardCharsets.UTF_8))
                .expect(200);
        return PartnerProgram.orSkip(
                folder.resolve("board"),
                node.address(),
                NodeWithReceiver.HOOK,
                port,
                made.path("clientId").asString(),
                made.path("clientSecret").asString());
    }

    private static void drill(PartnerProgram board, NodeProcess node, KillableDatabase database)
            throws Exception {
        SplittableRandom moments = new SplittableRandom(20261126);
        for (int kill = 1; kill <= KILLS; kill++) {
            awaitAnswered(
                    board,
                    board.noted("answered").size() + 1 + moments.nextInt(MOST_BETWEEN_KILLS));
            node.kill();
            if (kill % KILLS_UNTIL_THE_PROGRAM_DIES_TOO == 0) {
                board.kill();
                board.start("apply", Integer.toString(APPLICATIONS), "listen");
            }
            Drill.relaunch(node, database);
            node.awaitReady();
        }
        awaitAnswered(board, APPLICATIONS);
    }

    private static void awaitAnswered(PartnerProgram board, int goal) throws Exception {
        Drill.await(() -> {
            if (!board.isRunning()) {
                throw new AssertionError("the board's program ended: " + said(board));
            }
            return noted(board, "answered").size() >= goal;
        });
    }

    /** Application ids by e-mail address, which are those of the database. */
    private static Map<String, String> applied(PartnerProgram board, KillableDatabase database)
            throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        for (JsonNode one : board.noted("answered")) {
            assertThat(told.put(one.path("email").asString(), one.path("application").asString()))
                    .as("two answers for one applicant")
                    .isNull();
        }
        Map<String, String> stored = new HashMap<>();
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select c.email, a.id from application a
                                join candidate c on c.employer_id = a.employer_id and c.id = a.candidate_id
                                """)) {
            while (row.next()) {
                assertThat(stored.put(row.getString(1), row.getString(2)))
                        .as("a second application")
                        .isNull();
            }
        }
        assertThat(told).hasSize(APPLICATIONS).containsExactlyInAnyOrderEntriesOf(stored);
        return told;
    }

    private static void move(NodeProcess node, String application) {
        for (String move :
                List.of(
                        "{\"to\":\"in-review\"}",
                        "{\"to\":\"interview\"}",
                        "{\"to\":\"withdrawn\",\"reason\":\"candidate-withdrew\"}")) {
            KillDrillIT.rita(node)
                    .post("/v1/applications/" + application + "/transitions", move)
                    .expect(200);
        }
    }

    /** Lets the waits between the tries pass at once, until they are as long as it is away. */
    private static Duration passADay(KillableDatabase database) throws SQLException {
        Duration passed = Duration.ZERO;
        while (passed.compareTo(DOWN) < 0) {
            Drill.await(() -> waitSeconds(database) > 0);
            passed = passed.plusSeconds(waitSeconds(database));
            letThatPass(database);
        }
        return passed;
    }

    private static void comeBack(PartnerProgram board, KillableDatabase database)
            throws SQLException {
        Drill.await(() ->
                KillDrillIT.count(
                                database,
                                "select count(*) from outbox_event where sequence is null")
                        == 0);
        Drill.await(() -> {
            // A try that began while nobody listened yet is waited for like the others.
            if (waitSeconds(database) > 0) {
                letThatPass(database);
            }
            return noted(board, "event").size()
                    >= KillDrillIT.count(database, "select count(*) from partner_event");
        });
    }

    /** For how long the endpoint is left alone from now on; 0 when it is not. */
    private static long waitSeconds(KillableDatabase database) throws SQLException {
        return KillDrillIT.count(
                database,
                "select coalesce(max(ceil(extract(epoch from held_until - now()))), 0) from webhook_endpoint"
                        + " where held_until > now()");
    }

    private static void letThatPass(KillableDatabase database) throws SQLException {
        Drill.execute(
                database,
                """
                update webhook_endpoint set held_until = now() where held_until > now();
                update employer_work set due_at = 'epoch' where topic = 'webhooks'
                """);
    }

    private static void heardOfEverything(
            PartnerProgram board,
            KillableDatabase database,
            Map<String, String> applied,
            List<String> moved)
            throws Exception {
        List<JsonNode> events = board.noted("event");
        Map<String, List<String>> phases = new HashMap<>();
        List<Long> sequences = new ArrayList<>();
        for (JsonNode event : events) {
            sequences.add(event.path("sequence").asLong());
            phases.computeIfAbsent(event.path("applicationId").asString(), _ -> new ArrayList<>())
                    .add(event.path("phase").asString());
        }
        assertThat(sequences).as("in order, each once").isSorted().doesNotHaveDuplicates();
        assertThat((long) events.size())
                .as("all there are")
                .isEqualTo(KillDrillIT.count(database, "select count(*) from partner_event"));
        for (String application : applied.values()) {
            assertThat(phases.get(application))
                    .isEqualTo(
                            moved.contains(application)
                                    ? List.of("new", "in-review", "interview", "withdrawn")
                                    : List.of("new"));
        }
        assertThat(board.noted("refused")).as("messages whose signatures did not fit").isEmpty();
    }

    private static List<JsonNode> noted(PartnerProgram board, String kind) {
        try {
            return board.noted(kind);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String said(PartnerProgram board) {
        try {
            return board.said();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
