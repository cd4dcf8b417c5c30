package dev.assay.hiring.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Partners as an HR admin keeps them, with a real Keycloak beside. */
@WithApplication
class PartnersIT {

    private static final String PATH = "/v1/partners";
    private static final String ALL = "{\"permissions\":[\"list\",\"apply\",\"status\"]}";

    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient omar;
    private final TestDatabase database;

    PartnersIT(ApiClient api, TestDatabase database) {
        this.database = database;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.omar = api.as(Person.OMAR);
    }

    @Test
    void aRegisteredPartnersSecretGetsTokensUntilItIsChangedOrThePartnerIsDisabled() {
        JsonNode made = hana.post(PATH, "{\"name\":\"Fairwork Board\"}").expect(201).json();
        String partner = PATH + "/" + made.path("id").asString();
        String client = made.path("clientId").asString();
        String first = made.path("clientSecret").asString();
        assertThat(first).hasSizeGreaterThanOrEqualTo(43);
        assertThat(token(client, first)).isTrue();
        assertThat(hana.get(partner).expect(200).json().has("clientSecret")).isFalse();

        String second =
                hana.post(partner + "/secret", "{}")
                        .expect(200)
                        .json()
                        .path("clientSecret")
                        .asString();

        assertThat(token(client, first)).isFalse();
        assertThat(token(client, second)).isTrue();

        ApiAnswer disabled =
                hana.patch(partner, hana.get(partner).etag(), "{\"disabled\":true}").expect(200);
        assertThat(disabled.json().path("disabled").asBoolean()).isTrue();
        assertThat(token(client, second)).isFalse();

        hana.patch(partner, disabled.etag(), "{\"disabled\":null}").expect(200);
        assertThat(token(client, second)).isTrue();
    }

    @Test
    void aPartnerChangesOverWhileBothItsClientsGoOn() throws SQLException {
        JsonNode made = hana.post(PATH, "{\"name\":\"Changing Board\"}").expect(201).json();
        String partner = PATH + "/" + made.path("id").asString();
        put(hana, partner + "/grant", ALL).expect(200);
        ApiClient former = machine(made);
        former.get("/v1/partner/jobs").expect(200);

        JsonNode next = change(partner, 24);

        assertThat(next.path("formerClientId")).isEqualTo(made.path("clientId"));
        assertThat(next.path("clientId")).isNotEqualTo(made.path("clientId"));
        assertThat(next.path("id")).isEqualTo(made.path("id"));
        assertThat(Instant.parse(next.path("formerUntil").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)),
                        Instant.now().plus(Duration.ofHours(25)));
        former.get("/v1/partner/jobs").expect(200);
        machine(made).get("/v1/partner/jobs").expect(200);
        machine(next).get("/v1/partner/jobs").expect(200);

        sql(
                "update partner set former_until = now() - interval '1 ms' where id = '%s'"
                        .formatted(made.path("id").asString()));
        former.get("/v1/partner/jobs").expect(403);
        machine(next).get("/v1/partner/jobs").expect(200);

        assertThat(token(made)).isTrue();
        JsonNode third = change(partner, 1);
        former.get("/v1/partner/jobs").expect(403);
        Eventually.get(() -> token(made), there -> !there);
        ApiClient second = machine(next);
        second.get("/v1/partner/jobs").expect(200);
        JsonNode last = hana.post(partner + "/secret", "{}").expect(200).json();
        assertThat(last.path("clientId")).isEqualTo(third.path("clientId"));
        assertThat(last.has("formerClientId")).isFalse();
        second.get("/v1/partner/jobs").expect(403);
        Eventually.get(() -> token(next), there -> !there);
        machine(last).get("/v1/partner/jobs").expect(200);
        hana.post(partner + "/secret", "{\"overlapHours\":169}")
                .expectProblem(422, "invalid-input", "/overlapHours");
    }

    @Test
    void aFormerClientIsRemovedAtKeycloakWhenItsTimeIsOver() throws SQLException {
        JsonNode made = hana.post(PATH, "{\"name\":\"Leaving Board\"}").expect(201).json();
        String id = made.path("id").asString();
        ApiAnswer before = changed(PATH + "/" + id, 24);
        assertThat(token(made)).isTrue();

        due(id);
        Eventually.get(() -> waiting(id), left -> left == 0);
        assertThat(token(made)).isFalse();
        ApiAnswer after = hana.get(PATH + "/" + id).expect(200);
        assertThat(after.json().has("formerClientId")).isFalse();
        assertThat(after.json().path("clientId")).isEqualTo(before.json().path("clientId"));
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(token(before.json())).isTrue();
        assertThat(
                        hana.get("/v1/audit-events?subject=" + id)
                                .expect(200)
                                .json()
                                .path("items")
                                .valueStream()
                                .map(event -> event.path("action").asString()))
                .contains("partner.former-client-removed");
        hana.patch(PATH + "/" + id, after.etag(), "{\"disabled\":true}").expect(200);
    }

    /** As if its time were over. */
    private void due(String partner) throws SQLException {
        sql(
                """
                update partner_former_client set due_at = now() where partner_id = '%s';
                update employer_work set due_at = now() where topic = 'former-clients'
                """
                        .formatted(partner));
    }

    private int waiting(String partner) {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement running = connection.createStatement();
                ResultSet found =
                        running.executeQuery(
                                "select count(*) from partner_former_client where partner_id = '%s'"
                                        .formatted(partner))) {
            found.next();
            return found.getInt(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean token(JsonNode made) {
        return token(made.path("clientId").asString(), made.path("clientSecret").asString());
    }

    private ApiAnswer changed(String partner, int hours) {
        return hana.post(partner + "/secret", "{\"overlapHours\":%d}".formatted(hours)).expect(200);
    }

    private JsonNode change(String partner, int hours) {
        return changed(partner, hours).json();
    }

    /** As the board's machine signs in. */
    private ApiClient machine(JsonNode made) {
        return hana.withToken(
                TestKeycloak.get()
                        .tokenOfClient(
                                made.path("clientId").asString(),
                                made.path("clientSecret").asString())
                        .orElseThrow());
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    @Test
    void aCallRepeatedUnderItsKeyTellsTheSameSecret() {
        ApiClient keyed = hana.with("Idempotency-Key", UUID.randomUUID().toString());

        JsonNode once = keyed.post(PATH, "{\"name\":\"Twice Board\"}").expect(201).json();
        JsonNode again = keyed.post(PATH, "{\"name\":\"Twice Board\"}").expect(201).json();

        assertThat(again).isEqualTo(once);
    }

    @Test
    void aGrantIsChangedOnlyByWhoSawIt() {
        String grant =
                PATH
                        + "/"
                        + hana.post(PATH, "{\"name\":\"Grants Board\"}").expect(201).id()
                        + "/grant";
        hana.get(grant).expect(404);
        put(rita, grant, ALL).expectProblem(403, "forbidden");

        ApiAnswer first = put(hana, grant, ALL).expect(200);

        assertThat(first.json().path("jobs").isNull()).isTrue();
        put(hana, grant, ALL).expectProblem(428, "precondition-required");
        put(hana.with("If-Match", "\"7\""), grant, ALL).expectProblem(412, "stale-version");
        ApiAnswer second =
                put(hana.with("If-Match", first.etag()), grant, "{\"permissions\":[\"list\"]}")
                        .expect(200);
        assertThat(second.json().path("permissions").toString()).isEqualTo("[\"list\"]");
        hana.with("If-Match", first.etag())
                .call("DELETE", grant)
                .expectProblem(412, "stale-version");
        hana.with("If-Match", second.etag()).call("DELETE", grant).expect(204);
        hana.get(grant).expect(404);
    }

    @Test
    void aGrantNamesOnlyTheEmployersOwnJobs() {
        String grant =
                PATH
                        + "/"
                        + hana.post(PATH, "{\"name\":\"Jobs Board\"}").expect(201).id()
                        + "/grant";
        String theirs = omar.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}").id();

        put(hana, grant, "{\"permissions\":[\"list\"],\"jobs\":[\"%s\"]}".formatted(theirs))
                .expectProblem(422, "invalid-input", "/jobs");
        put(hana, grant, "{\"permissions\":[]}")
                .expectProblem(422, "invalid-input", "/permissions");
    }

    @Test
    void theOperatorsPartnerIsSeenByAllAndChangedByNoEmployer() {
        JsonNode harbors = jobsphere(hana);
        JsonNode cedars = jobsphere(omar);
        String partner = PATH + "/" + harbors.path("id").asString();

        assertThat(harbors.path("own").asBoolean()).isFalse();
        assertThat(harbors.at("/grant/permissions")).hasSize(3);
        assertThat(cedars.path("grant").isNull()).isTrue();
        hana.patch(partner, "\"1\"", "{\"disabled\":true}")
                .expectProblem(409, "partner-of-operator");
        hana.post(partner + "/secret", "{}").expectProblem(409, "partner-of-operator");
        omar.get(partner + "/grant").expect(404);
    }

    private static JsonNode jobsphere(ApiClient api) {
        return api.get(PATH + "?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(partner -> partner.path("clientId").asString().equals("jobsphere"))
                .findFirst()
                .orElseThrow();
    }

    private static ApiAnswer put(ApiClient api, String path, String json) {
        return api.call(
                "PUT",
                path,
                ApiClient.JSON,
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static boolean token(String client, String secret) {
        return TestKeycloak.get().tokenOfClient(client, secret).isPresent();
    }
}
