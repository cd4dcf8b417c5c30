package dev.assay.hiring.platform.local;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.TestKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
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
 * What was accepted is there, once, whatever dies: twenty times the node and five times PostgreSQL,
 * by {@code kill -9}, while applications are being handed in (design/reliability.md, 5).
 */
@Tag("long")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KillDrillIT {
    private static final int NODE_KILLS = 20;
    private static final int DATABASE_KILLS = 5;
    private static final int WRITERS = 4;
    private static final int MOST_BETWEEN_KILLS = 60;
    private static final String SKILL = "https://skills.example/drill";
    static final String HARBOR = "01a20ada-2c00-7a00-8000-00000000a11a";
    private static final int KEY_BYTES = 32;

    @TempDir private static Path folder;

    @Test
    void whatWasAcceptedIsThereOnceWhateverWasKilled() throws Exception {
        try (KillableDatabase database = KillableDatabase.start(folder)) {
            admitHarbor(database);
            try (NodeProcess node =
                    NodeProcess.start(settings(database, folder), folder.resolve("node.log"))) {
                HiringDesk desk = new HiringDesk(rita(node));
                String job = desk.openJob(requirement(SKILL, 1));
                try (SubmissionLoad load =
                        SubmissionLoad.begin(WRITERS, () -> rita(node), job, SKILL)) {
                    drill(load, node, database);

                    Map<String, String> accepted = load.finish();

                    System.out.printf(
                            "Kill drill: %d applications accepted, %d calls unanswered on the way%n",
                            accepted.size(), load.unanswered());
                    assertThat(load.unanswered()).as("calls the kills cut short").isPositive();
                    assertThat(stored(database)).isEqualTo(accepted);
                    assertNothingIsHalf(database, accepted.size());
                    assertTheRecordIsWhole(node, accepted.size());
                }
            }
        }
    }

    private static void drill(SubmissionLoad load, NodeProcess node, KillableDatabase database) {
        // A fixed seed: which moment a kill meets is chance enough.
        SplittableRandom moments = new SplittableRandom(20261125);
        for (int kill = 0; kill < NODE_KILLS; kill++) {
            load.awaitAccepted(1 + moments.nextInt(MOST_BETWEEN_KILLS));
            node.kill();
            node.restart();
            if (kill % (NODE_KILLS / DATABASE_KILLS) == 0) {
                load.awaitAccepted(1 + moments.nextInt(MOST_BETWEEN_KILLS));
                database.killAndRestart();
            }
        }
        load.awaitAccepted(MOST_BETWEEN_KILLS);
    }

    static Map<String, Object> settings(KillableDatabase database, Path folder) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Map<String, Object> settings = new HashMap<>();
        settings.put("logging.level.root", "warn");
        settings.put("assay.database.url", database.jdbcUrl());
        settings.put("assay.database.web.password", KillableDatabase.PASSWORDS.web());
        settings.put("assay.database.worker.password", KillableDatabase.PASSWORDS.worker());
        settings.put("assay.limits.calls-per-minute", 1_000_000);
        settings.put("assay.limits.costly-calls-per-minute", 1_000_000);
        settings.put("assay.identity.issuer", TestKeycloak.get().issuer());
        settings.put("assay.identity.admin.client-secret", "none-that-is-believed");
        settings.put("assay.public-address", "https://assay.example");
        settings.put("assay.mail.from", "no-reply@assay.example");
        settings.put("assay.mail.folder", folder.resolve("mail"));
        settings.put(
                "assay.secrets.master-key-file",
                Files.writeString(
                        folder.resolve("master.key"), Base64.getEncoder().encodeToString(key)));
        return settings;
    }

    static ApiClient rita(NodeProcess node) {
        return ApiClient.at(node.address()).as(Person.RITA);
    }

    static void admitHarbor(KillableDatabase database) throws SQLException {
        Organization harbor = Organization.HARBOR_ANALYTICS;
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into employer (id, alias, name, organization_id, created_at)
                    values ('%s', '%s', '%s', '%s', now())
                    """
                            .formatted(HARBOR, harbor.alias(), harbor.displayName(), harbor.id()));
            statement.execute(
                    """
                    insert into membership (employer_id, subject, role, created_at)
                    values ('%1$s', '%2$s', 'recruiter', now()), ('%1$s', '%3$s', 'hr-admin', now())
                    """
                            .formatted(HARBOR, Person.RITA.subject(), Person.HANA.subject()));
            statement.execute(
                    """
                    insert into skill (id, uri, label, framework)
                    values (gen_random_uuid(), '%s', 'Drilling', 'Test vocabulary')
                    """
                            .formatted(SKILL));
        }
    }

    /** Application ids by their candidate's e-mail address; fails on a second one of anybody. */
    static Map<String, String> stored(KillableDatabase database) throws SQLException {
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
                String twice = stored.put(row.getString(1), row.getString(2));
                assertThat(twice).as("a second application of " + row.getString(1)).isNull();
            }
        }
        return stored;
    }

    private static void assertNothingIsHalf(KillableDatabase database, int applications)
            throws SQLException {
        for (String table :
                List.of(
                        "candidate",
                        // The employer has one too, under its own id.
                        "person_key where person_id <> employer_id",
                        "application_received",
                        "credential",
                        "credential_verification",
                        "application_score")) {
            assertThat(count(database, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo(applications);
        }
        assertThat(
                        count(
                                database,
                                "select count(distinct subject_id) from audit_entry where action ="
                                        + " 'application.filed'"))
                .isEqualTo(applications);
        assertThat(
                        count(
                                database,
                                "select count(*) from audit_entry where action ="
                                        + " 'application.filed'"))
                .isEqualTo(applications);
    }

    /** The audit chain verifies to its end, and the events have no gap. */
    private static void assertTheRecordIsWhole(NodeProcess node, int applications) {
        ApiClient hana = ApiClient.at(node.address()).as(Person.HANA);
        JsonNode chain =
                Eventually.get(
                        () -> verified(hana), answer -> answer.at("/unsealed/count").asInt(1) == 0);
        assertThat(chain.path("state").asString()).as(chain.toString()).isEqualTo("intact");
        assertThat(chain.at("/verified/sequence").asLong()).isGreaterThan(applications);

        List<Long> sequences = new ArrayList<>();
        long submitted = 0;
        long after = 0;
        while (true) {
            JsonNode items =
                    hana.get("/v1/events?limit=200&after=" + after)
                            .expect(200)
                            .json()
                            .path("items");
            if (items.isEmpty()) {
                break;
            }
            for (JsonNode event : items) {
                after = event.path("sequence").asLong();
                sequences.add(after);
                submitted += event.path("type").asString().equals("application.submitted") ? 1 : 0;
            }
        }
        for (int i = 0; i < sequences.size(); i++) {
            assertThat(sequences.get(i)).as("no gap in the events").isEqualTo(i + 1L);
        }
        assertThat(submitted).isEqualTo(applications);
    }

    /** The verification of the whole chain, however many calls it takes. */
    private static JsonNode verified(ApiClient hana) {
        String path = "/v1/audit-events/verification";
        JsonNode answer = hana.get(path).expect(200).json();
        while (answer.path("state").asString().equals("intact-so-far")) {
            JsonNode reached = answer.path("verified");
            answer =
                    hana.get(
                                    path
                                            + "?after="
                                            + reached.path("sequence").asLong()
                                            + "&hash="
                                            + reached.path("hash").asString())
                            .expect(200)
                            .json();
        }
        return answer;
    }

    static long count(KillableDatabase database, String query) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
