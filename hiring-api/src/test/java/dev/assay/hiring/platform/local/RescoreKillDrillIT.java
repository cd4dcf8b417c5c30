package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.scoring.ManyApplications;
import dev.assay.hiring.scoring.ManyApplications.Employer;
import dev.assay.hiring.testkit.ApiClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * All applications of an employer re-scored under a new policy by a node that is killed twenty
 * times on the way: each has one current score of that policy in the end, was told of once, and
 * nothing was computed twice.
 */
@Tag("long")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class RescoreKillDrillIT {
    private static final int KILLS = 20;
    private static final int APPLICATIONS = 60_000;
    private static final int RECEIPTS = 5;
    private static final Duration LONGEST_LIFE = Duration.ofMillis(400);
    private static final String STRICTER =
            """
            {"name":"Stricter","reason":"A drill.",
             "assessments":{"withIdentity":10000,"supervised":9000,"unsupervised":5000}}
            """;

    @TempDir private static Path folder;

    @Test
    void everyApplicationHasOneScoreOfTheNewPolicyHoweverOftenTheNodeWasKilled() throws Exception {
        try (KillableDatabase database = KillableDatabase.start(folder)) {
            KillDrillIT.admitHarbor(database);
            var many = new ManyApplications(database.owner());
            Employer harbor = many.jobOf(UUID.fromString(KillDrillIT.HARBOR));
            many.file(harbor, APPLICATIONS);
            try (NodeProcess node =
                    NodeProcess.start(
                            KillDrillIT.settings(database, folder), folder.resolve("node.log"))) {
                String policy = hana(node).post("/v1/scoring-policies", STRICTER).expect(201).id();
                // What a preview shows is another test's; this policy may be activated.
                Drill.execute(
                        database,
                        "update scoring_policy set state = 'preview' where id = '" + policy + "'");
                hana(node).post("/v1/scoring-policies/" + policy + "/activation", "").expect(202);

                List<Long> reached = drill(node, database);

                awaitEnd(database);
                System.out.printf(
                        "Re-score kill drill: %d applications, killed after %s of them%n",
                        APPLICATIONS, reached);
                assertEachHasOneScore(database);
                Drill.assertToldOfOnce(database, APPLICATIONS, "score.changed");
                assertReceiptsVerify(node, database);
            }
        }
    }

    private static List<Long> drill(NodeProcess node, KillableDatabase database)
            throws SQLException {
        SplittableRandom moments = new SplittableRandom(20261126);
        List<Long> reached = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            long before = done(database);
            Drill.await(() -> done(database) > before || ended(database));
            LockSupport.parkNanos(moments.nextLong(LONGEST_LIFE.toNanos()));
            node.kill();
            reached.add(done(database));
            assertThat(ended(database))
                    .as("over before kill %d; it takes more applications", kill + 1)
                    .isFalse();
            Drill.relaunch(node, database);
        }
        node.awaitReady();
        return reached;
    }

    private static void assertEachHasOneScore(KillableDatabase database) throws SQLException {
        assertThat(KillDrillIT.count(database, "select count(*) from application_score"))
                .isEqualTo(APPLICATIONS);
        assertThat(
                        KillDrillIT.count(
                                database,
                                """
                                select count(*) from application_score s
                                join scoring_policy p on p.employer_id = s.employer_id and p.number = s.policy_number
                                join score_history h on h.employer_id = s.employer_id and h.id = s.history_id
                                where p.state = 'active' and h.cause = 'policy-changed'
                                    and h.application_id = s.application_id and h.score is not distinct from s.score
                                """))
                .as("current scores of the new policy")
                .isEqualTo(APPLICATIONS);
        assertThat(
                        KillDrillIT.count(
                                database,
                                "select count(*) from score_history where cause = 'policy-changed'"))
                .as("scores computed under it")
                .isEqualTo(APPLICATIONS);
        assertThat(
                        KillDrillIT.count(
                                database,
                                "select done from operation where kind = 'policy-activation'"))
                .isEqualTo(APPLICATIONS);
    }

    private static void assertReceiptsVerify(NodeProcess node, KillableDatabase database)
            throws SQLException {
        ApiClient rita = KillDrillIT.rita(node);
        for (String application : some(database)) {
            String receipt =
                    rita.get("/v1/applications/" + application + "/score/receipt")
                            .expect(200)
                            .text();
            JsonNode report = rita.post("/v1/receipts/verify", receipt).expect(200).json();
            assertThat(report.path("outcome").asString()).as(report.toString()).isEqualTo("passed");
        }
    }

    private static List<String> some(KillableDatabase database) throws SQLException {
        List<String> some = new ArrayList<>();
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select application_id from application_score order by tie_break limit "
                                        + RECEIPTS)) {
            while (row.next()) {
                some.add(row.getString(1));
            }
        }
        return some;
    }

    private static void awaitEnd(KillableDatabase database) throws SQLException {
        Drill.await(() -> ended(database));
        assertThat(
                        KillDrillIT.count(
                                database,
                                "select count(*) from operation where state = 'succeeded'"))
                .isEqualTo(1);
    }

    private static boolean ended(KillableDatabase database) throws SQLException {
        return KillDrillIT.count(
                        database,
                        "select count(*) from operation where state in ('succeeded', 'failed', 'cancelled')")
                > 0;
    }

    private static long done(KillableDatabase database) throws SQLException {
        return KillDrillIT.count(database, "select coalesce(max(done), 0) from operation");
    }

    private static ApiClient hana(NodeProcess node) {
        return ApiClient.at(node.address()).as(Person.HANA);
    }
}
