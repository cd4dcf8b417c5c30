package dev.assay.hiring.intake.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.PinnedFolder;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WebSchool;
import dev.assay.hiring.testkit.WithApplication;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What cannot be fetched or checked at once is open, and is tried again until it is settled. */
@WithApplication(shared = true)
class PendingCredentialsIT {

    private static final String KIM = "kim@example.org";

    private final ApiClient rita;
    private final HiringDesk desk;
    private final Registry registry;
    private final PinnedFolder web;
    private final TestDatabase database;
    private final String sql;
    private final String job;

    PendingCredentialsIT(ApplicationUnderTest application, ApiClient api, TestDatabase database) {
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.registry = new Registry(api);
        this.web = application.web();
        this.database = database;
        this.sql = HiringDesk.newSkill(application, "SQL");
        this.job = desk.openJob(requirement(sql, 1));
    }

    @Nested
    class ByAddress {

        private final Badges school = new Badges();
        private final String address = "https://badges.example/" + UUID.randomUUID();

        ByAddress() {
            registry.register(school.issuerId(), "trusted");
        }

        @Test
        void countsAtOnceWhenItIsThere() throws SQLException {
            web.put(address, school.badge(KIM, sql).toString());

            ApiAnswer answer = desk.submit(job, byAddress(address)).expect(201);

            JsonNode credential = answer.json().path("credentials").path(0);
            assertThat(credential.path("verification").path("outcome").asString())
                    .isEqualTo("verified");
            assertThat(credential.has("pending")).isFalse();
            assertThat(answer.json().path("score").path("score").decimalValue())
                    .isEqualByComparingTo("64");
            assertThat(answer.text()).doesNotContain("badges.example");
            assertThat(new String(sealedAddress(answer.id()), ISO_8859_1))
                    .doesNotContain("badges.example");
        }

        @Test
        void isPendingUntilItIsThereAndThenCounts() throws SQLException {
            ApiAnswer answer = desk.submit(job, byAddress(address)).expect(201);

            JsonNode credential = answer.json().path("credentials").path(0);
            assertThat(credential.path("verification").path("outcome").asString())
                    .isEqualTo("indeterminate");
            assertThat(check(credential, "structure").path("code").asString()).isEqualTo("pending");
            assertThat(credential.path("pending").path("nextAttemptAt").asString()).endsWith("Z");
            JsonNode score = answer.json().path("score");
            assertThat(score.path("lane").asString()).isEqualTo("ranked");
            assertThat(score.path("score").asDouble()).isZero();
            assertThat(score.path("requirements").path(0).path("ignored"))
                    .extracting(ignored -> ignored.path("reason").asString())
                    .containsExactly("could-not-check");
            awaitAttempts(answer.id(), 2);

            web.put(address, school.badge(KIM, sql).toString());

            awaitScore(answer.id(), "64");
            JsonNode settled = credential(answer.id());
            assertThat(settled.has("pending")).isFalse();
            assertThat(settled.path("id").asString()).isEqualTo(credential.path("id").asString());
            JsonNode history =
                    rita.get("/v1/applications/" + answer.id() + "/score/history").json();
            assertThat(history.path("items").path(0).path("cause").asString())
                    .isEqualTo("credential-rechecked");
            // Not one row for each attempt, but one for each finding.
            assertThat(outcomes(settled)).containsExactly("indeterminate", "verified");
            assertThat(actions(settled))
                    .containsExactly("credential.verified person", "credential.rechecked service");
        }

        @Test
        void isSettledTooWhenItTurnsOutToBeNone() {
            String id = desk.submit(job, byAddress(address)).expect(201).id();

            web.put(address, "<html>Sign in first</html>");

            JsonNode settled =
                    Eventually.get(() -> credential(id), credential -> !credential.has("pending"));
            assertThat(settled.path("verification").path("outcome").asString()).isEqualTo("failed");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "badges.example/1",
                    "http://badges.example/1",
                    "https://localhost/1",
                    "https://127.0.0.1/1",
                    "https://[::1]/1",
                    "https://2130706433/1",
                    "https://kim@badges.example/1",
                    "https://badges.example:8443/1",
                    "https://badges.example/1#x"
                })
        void isRefusedWhereWeWouldNeverGo(String refused) {
            ApiAnswer answer =
                    desk.submit(job, byAddress(refused))
                            .expectProblem(422, "invalid-input", "/credentials/0/url");

            assertThat(answer.text()).doesNotContain("badges.example");
        }

        @Test
        void comesInsteadOfADocumentAndNotBesideOne() {
            ObjectNode both = byAddress(address);
            ((ObjectNode) both.path("credentials").path(0)).putObject("document");

            desk.submit(job, both).expectProblem(422, "invalid-input", "/credentials/0/url");
        }

        private static ObjectNode byAddress(String url) {
            ObjectNode body = application(KIM);
            body.withArrayProperty("credentials").addObject().put("url", url);
            return body;
        }
    }

    @Nested
    class ThatNeedsTheIssuersKeys {

        private final WebSchool school = new WebSchool();

        ThatNeedsTheIssuersKeys() {
            registry.register(school.issuerId(), "trusted");
        }

        @Test
        void countsAtOnceWhenTheyAreThere() {
            school.publishKeys(web);

            String id = desk.apply(job, KIM, school.badge(KIM, sql));

            assertThat(desk.score(id).path("score").decimalValue()).isEqualByComparingTo("64");
        }

        @Test
        void standsOpenUntilTheyAreThereAndThenCounts() {
            String id = desk.apply(job, KIM, school.badge(KIM, sql));
            JsonNode open = desk.score(id);
            assertThat(open.path("score").asDouble()).isZero();
            assertThat(open.path("potential").decimalValue()).isEqualByComparingTo("64");
            JsonNode evidence = open.path("requirements").path(0).path("evidence").path(0);
            assertThat(evidence.path("open").asBoolean()).isTrue();
            assertThat(evidence.path("openReason").asString()).isEqualTo("could-not-check");
            assertThat(credential(id).has("pending")).isTrue();

            school.publishKeys(web);

            awaitScore(id, "64");
            assertThat(credential(id).has("pending")).isFalse();
        }

        @Test
        void failsWhenTheyTurnOutToBeOthers() {
            WebSchool impostor = new WebSchool();
            ObjectNode forged = school.unsigned(KIM, sql);
            String method = school.issuerId() + "#key-1";
            String id = desk.apply(job, KIM, impostor.signAs(forged, method));
            assertThat(credential(id).has("pending")).isTrue();

            school.publishKeys(web);

            JsonNode settled =
                    Eventually.get(() -> credential(id), credential -> !credential.has("pending"));
            assertThat(settled.path("verification").path("outcome").asString()).isEqualTo("failed");
            Eventually.get(
                    () -> desk.score(id).path("potential").asDouble(), points -> points == 0.0);
        }
    }

    @Test
    void doesNotTryAgainWhatWillNeverBeOtherwise() {
        Badges school = new Badges();
        String id = desk.apply(job, KIM, Badges.altered(school.badge(KIM, sql)));

        assertThat(credential(id).has("pending")).isFalse();
    }

    private JsonNode credential(String application) {
        return rita.get("/v1/applications/" + application)
                .expect(200)
                .json()
                .path("credentials")
                .path(0);
    }

    private static JsonNode check(JsonNode credential, String name) {
        return credential
                .path("verification")
                .path("checks")
                .valueStream()
                .filter(check -> check.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void awaitAttempts(String application, int attempts) {
        Eventually.get(
                () -> credential(application).path("pending").path("attempts").asInt(),
                made -> made >= attempts);
    }

    private void awaitScore(String application, String points) {
        Eventually.get(
                () -> desk.score(application).path("score").decimalValue(),
                score -> score.compareTo(new BigDecimal(points)) == 0);
    }

    private byte[] sealedAddress(String application) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select sealed_address from credential where application_id = ?")) {
            query.setObject(1, UUID.fromString(application));
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getBytes(1);
            }
        }
    }

    private List<String> outcomes(JsonNode credential) throws SQLException {
        return texts(
                "select outcome from credential_verification where credential_id = ? order by id",
                credential);
    }

    private List<String> actions(JsonNode credential) throws SQLException {
        return texts(
                "select action || ' ' || split_part(actor, ':', 1) from audit_entry where subject_id = ? order by id",
                credential);
    }

    private List<String> texts(String query, JsonNode credential) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, UUID.fromString(credential.path("id").asString()));
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}
