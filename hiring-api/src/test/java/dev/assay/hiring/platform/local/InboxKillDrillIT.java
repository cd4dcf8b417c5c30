package dev.assay.hiring.platform.local;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.TestKeycloak;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What a partner handed in to be verified later is taken, once, whatever dies in the middle of a
 * round: twenty times the node and five times PostgreSQL, by {@code kill -9}, while a dozen of its
 * calls come at the same time.
 */
@Tag("long")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class InboxKillDrillIT {

    private static final int NODE_KILLS = 20;
    private static final int DATABASE_KILLS = 5;
    private static final int WRITERS = 12;
    private static final int MOST_BETWEEN_KILLS = 60;
    private static final String SKILL = "https://skills.example/drill";

    @TempDir private static Path folder;

    @Test
    void whatWasAcceptedIsTakenOnceWhateverWasKilled() throws Exception {
        try (KillableDatabase database = KillableDatabase.start(folder)) {
            KillDrillIT.admitHarbor(database);
            ServingAtLoad.admitJobsphere(database);
            try (NodeProcess node =
                    NodeProcess.start(
                            KillDrillIT.settings(database, folder), folder.resolve("node.log"))) {
                String job = new HiringDesk(KillDrillIT.rita(node)).openJob(requirement(SKILL, 1));
                String path = "/v1/partner/jobs/" + job + "/applications";
                try (SubmissionLoad load =
                        SubmissionLoad.begin(
                                WRITERS,
                                () -> partner(node).with("Prefer", "respond-async"),
                                path,
                                202,
                                SKILL)) {
                    drill(load, node, database);

                    Map<String, String> accepted = load.finish();

                    System.out.printf(
                            "Inbox drill: %d applications accepted, %d calls unanswered on the way%n",
                            accepted.size(), load.unanswered());
                    assertThat(load.unanswered()).as("calls the kills cut short").isPositive();
                    Map<String, String> taken = new HashMap<>();
                    accepted.forEach((email, id) -> taken.put(email, taken(node, job, id)));
                    assertThat(KillDrillIT.stored(database)).isEqualTo(taken);
                    assertThat(KillDrillIT.count(database, "select count(*) from operation"))
                            .as("accepted once each, whether or not the answer arrived")
                            .isEqualTo(accepted.size());
                }
            }
        }
    }

    private static void drill(SubmissionLoad load, NodeProcess node, KillableDatabase database)
            throws Exception {
        // A fixed seed: which moment a kill meets is chance enough.
        SplittableRandom moments = new SplittableRandom(20261126);
        for (int kill = 0; kill < NODE_KILLS; kill++) {
            load.awaitAccepted(1 + moments.nextInt(MOST_BETWEEN_KILLS));
            node.kill();
            Drill.relaunch(node, database);
            node.awaitReady();
            if (kill % (NODE_KILLS / DATABASE_KILLS) == 0) {
                load.awaitAccepted(1 + moments.nextInt(MOST_BETWEEN_KILLS));
                database.killAndRestart();
            }
        }
        load.awaitAccepted(MOST_BETWEEN_KILLS);
    }

    /** The application it became. */
    private static String taken(NodeProcess node, String job, String id) {
        JsonNode told =
                Eventually.get(
                        () ->
                                partner(node)
                                        .get("/v1/partner/jobs/" + job + "/submissions/" + id)
                                        .expect(200)
                                        .json(),
                        answer -> !answer.path("state").asString().equals("accepted"));
        assertThat(told.path("state").asString()).as(told.toString()).isEqualTo("taken");
        return told.path("applicationId").asString();
    }

    private static ApiClient partner(NodeProcess node) {
        return ApiClient.at(node.address()).withToken(TestKeycloak.get().partnerToken());
    }
}
