package dev.assay.hiring.disputes.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.disputes.DisputeId;
import dev.assay.hiring.disputes.DisputeOutcome;
import dev.assay.hiring.disputes.Disputes;
import dev.assay.hiring.disputes.Resolution;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.net.URI;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What candidates say is wrong, from their page to the answer. */
@WithApplication(shared = true)
class DisputesIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REJECTED =
            "{\"to\":\"rejected\",\"reason\":\"requirements-not-shown\"}";

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final TestDatabase database;
    private final String address = Newcomers.address();
    private final Actor admin;
    private final Badges school = new Badges();

    DisputesIT(ApplicationUnderTest node, ApiClient api, TestDatabase database) {
        this.admin = SampleMembers.harborsAdministrator(node);
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.database = database;
    }

    /** Issue 7: one rejection with explanation, one dispute that changes a score. */
    @Test
    void aCandidateDisputesWhatDoesNotCountAndAPersonsAnswerChangesTheScore() {
        String sql = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(sql, 4).put("mustHave", true));
        String application = desk.apply(job, address, school.badge(address, sql));
        String page = page(application);
        JsonNode told = explanation(application);
        assertThat(told.at("/score/proven").asDouble()).isZero();
        assertThat(api.get(page.replace("application?", "application/dispute?")).expect(200).text())
                .contains("What is held about you", "Kim Example", address, "within 30 days");

        String credential = told.at("/credentials/0/id").asString();
        dispute(page, "credential:" + UUID.randomUUID(), "Not mine").expect(422);
        dispute(page, "credential:" + credential, " ").expect(422);
        dispute(page, "credential:" + credential, "Quayside <is> accredited.").expect(303);
        assertThat(api.get(page + "&done=dispute").expect(200).text())
                .contains(
                        "What you wrote has arrived", "Quayside &lt;is&gt; accredited.", "due by");

        JsonNode waiting =
                rita.get("/v1/disputes?state=open&applicationId=" + application).expect(200).json();
        JsonNode line = waiting.path("items").path(0);
        assertThat(line.at("/about/kind").asString()).isEqualTo("credential");
        assertThat(line.path("openedBy").asString()).isEqualTo("service:candidate-link");
        assertThat(line.has("statement")).isFalse();
        String id = line.path("id").asString();
        assertThat(rita.get("/v1/disputes/" + id).expect(200).json().path("statement").asString())
                .isEqualTo("Quayside <is> accredited.");

        // While it is open, a rejection says why it cannot wait.
        String moves = "/v1/applications/" + application + "/transitions";
        rita.post(moves, REJECTED).expectProblem(409, "dispute-open");

        new Registry(api).register(school.issuerId(), "trusted");
        ApiAnswer answered =
                rita.post("/v1/disputes/" + id + "/resolution", answer("upheld", "")).expect(200);
        assertThat(answered.json().path("scoreThen").asDouble()).isZero();
        assertThat(answered.json().path("scoreNow").asDouble()).isPositive();
        assertThat(desk.score(application).path("score"))
                .isEqualTo(answered.json().path("scoreNow"));
        rita.post("/v1/disputes/" + id + "/resolution", answer("upheld", ""))
                .expectProblem(409, "dispute-closed");

        Eventually.get(
                () -> new Newcomers(node).mailTo(admin, address),
                mail -> mail.contains("has answered"));
        assertThat(api.get(page).expect(200).text())
                .contains("Answer: you are right", "We looked at it again.");
        rita.post(moves, REJECTED).expect(200);
        assertThat(explanation(application).at("/decision/reason").asString())
                .isEqualTo("requirements-not-shown");
        Eventually.get(
                () -> events(id),
                seen -> seen.contains("dispute.opened") && seen.contains("dispute.resolved"));
    }

    @Test
    void aRejectionThatCannotWaitSaysWhyAndTheCandidateIsToldSo() {
        String application = applied();
        open(application, "other", "").expect(201);

        rita.post(
                        "/v1/applications/" + application + "/transitions",
                        "{\"to\":\"rejected\",\"reason\":\"position-filled\",\"overrideReason\":\"The team is complete.\"}")
                .expect(200);

        assertThat(explanation(application).toString())
                .contains("could not wait")
                .doesNotContain("The team is complete");
    }

    @Test
    void anAnswerPutsRightWhatIsSaidOfThePersonAndWhatWasRecordedByMistake() {
        String sql = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(sql, 4));
        String application = desk.apply(job, address);
        String skill = rita.get("/v1/jobs/" + job).json().at("/requirements/0/skill/id").asString();
        String rubric = desk.writeRubric(skill, "work-sample", 1);
        String item =
                rita.post(
                                "/v1/applications/" + application + "/evidence",
                                "{\"rubricId\":\"%s\",\"rubricVersion\":1,\"ratings\":[5],\"supervision\":\"supervised\",\"performedOn\":\"2026-05-04\"}"
                                        .formatted(rubric))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        Eventually.get(() -> desk.score(application), now -> now.path("score").asDouble() > 0);
        String dispute = open(application, "evidence", item).expect(201).id();

        rita.post(
                        "/v1/disputes/" + dispute + "/resolution",
                        answer("not-upheld", ",\"corrections\":{\"givenName\":\"Robin\"}"))
                .expectProblem(422, "invalid-input", "/corrections");
        ApiAnswer answered =
                rita.post(
                                "/v1/disputes/" + dispute + "/resolution",
                                answer(
                                        "partly-upheld",
                                        ",\"corrections\":{\"givenName\":\"Robin\",\"withdrawEvidence\":[\"%s\"]}"
                                                .formatted(item)))
                        .expect(200);

        assertThat(answered.json().path("scoreThen").asDouble()).isPositive();
        assertThat(answered.json().has("scoreNow")).isFalse();
        assertThat(desk.score(application).path("lane").asString()).isEqualTo("no-evidence");
        JsonNode candidate =
                rita.get("/v1/candidates/" + candidateOf(application)).expect(200).json();
        assertThat(candidate.path("givenName").asString()).isEqualTo("Robin");
        assertThat(candidate.path("familyName").asString()).isEqualTo("Example");
        assertThat(
                        rita.get("/v1/applications/" + application + "/score/history")
                                .json()
                                .at("/items/0/cause")
                                .asString())
                .isIn("dispute-resolved", "evidence-recorded");
    }

    @Test
    void whatNobodyAnsweredInTimeIsOverdue() throws SQLException {
        String application = applied();
        String id = open(application, "other", "").expect(201).id();
        String query = "/v1/disputes?overdue=true&applicationId=" + application;
        assertThat(rita.get(query).expect(200).json().path("items").size()).isZero();

        owner(
                "update dispute set opened_at = now() - interval '31 days', due_at = now() - interval '1 day' where id = '"
                        + id
                        + "'");

        assertThat(rita.get(query).expect(200).json().at("/items/0/overdue").asBoolean()).isTrue();
        EmployerWork work = node.bean(EmployerWork.class);
        TenantTransaction transactions = node.bean(TenantTransaction.class);
        for (int round = 0; round < 2; round++) {
            transactions.in(admin, () -> work.note("dispute-deadlines", admin.employer()));
            Eventually.get(() -> events(id), seen -> seen.contains("dispute.overdue"));
        }
        assertThat(events(id).split("dispute.overdue", -1)).as("told once").hasSize(2);
        assertThat(rita.get("/v1/disputes/" + id).expect(200).json().path("overdue").asBoolean())
                .isTrue();
        // The most urgent first, page by page.
        assertThat(
                        rita.get("/v1/disputes?limit=1")
                                .expect(200)
                                .json()
                                .at("/items/0/overdue")
                                .asBoolean())
                .isTrue();
        rita.post("/v1/disputes/" + id + "/resolution", answer("not-upheld", "")).expect(200);
        assertThat(rita.get(query).expect(200).json().path("items").size()).isZero();
    }

    @Test
    void whoRejectedSomebodyDoesNotAnswerThem() {
        String application = applied();
        rita.post("/v1/applications/" + application + "/transitions", REJECTED).expect(200);
        String id = open(application, "decision", "").expect(201).id();
        String resolution = "/v1/disputes/" + id + "/resolution";

        rita.post(resolution, answer("not-upheld", "")).expectProblem(409, "own-decision");

        api.as(Person.HANA).post(resolution, answer("not-upheld", "")).expect(200);
    }

    @Test
    void onlyAPersonOfTheEmployerAnswersAndTheDatabaseHoldsToThat() throws SQLException {
        String application = applied();
        String id = open(application, "other", "").expect(201).id();
        String resolution = "/v1/disputes/" + id + "/resolution";
        api.as(Person.ADA).post(resolution, answer("upheld", "")).expectProblem(403, "forbidden");
        api.as(Person.OMAR).post(resolution, answer("upheld", "")).expectProblem(404, "not-found");
        rita.with("If-Match", "\"7\"")
                .post(resolution, answer("upheld", ""))
                .expectProblem(412, "stale-version");

        var machine = new Actor.Service(admin.employer(), "a-machine");
        Disputes disputes = node.bean(Disputes.class);
        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() ->
                        disputes.resolve(
                                machine,
                                new DisputeId(UUID.fromString(id)),
                                Optional.empty(),
                                new Resolution(
                                        DisputeOutcome.UPHELD,
                                        "Yes",
                                        Optional.empty(),
                                        List.of())));
        try (Connection connection = database.workerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            statement.execute(
                                    "update dispute set state = 'resolved' where employer_id = '%s'"
                                            .formatted(admin.employer())))
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void whoIsErasedTakesTheirWordsWithThem() {
        String application = applied();
        String id = open(application, "other", "").expect(201).id();
        String candidate = candidateOf(application);
        assertThat(
                        new String(
                                api.as(Person.HANA)
                                        .get("/v1/candidates/" + candidate + "/export")
                                        .expect(200)
                                        .response()
                                        .body(),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("disputes/disputes.json");

        ApiAnswer seen = api.as(Person.HANA).get("/v1/candidates/" + candidate).expect(200);
        api.as(Person.HANA)
                .with("If-Match", seen.etag())
                .call("DELETE", "/v1/candidates/" + candidate)
                .expect(204);

        JsonNode left = rita.get("/v1/disputes/" + id).expect(200).json();
        assertThat(left.path("state").asString()).isEqualTo("lapsed");
        assertThat(left.has("statement")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"about\":{\"kind\":\"feeling\"},\"statement\":\"x\"}        | 400 | wrong-type    | /about/kind",
                "{\"about\":{\"kind\":\"credential\"},\"statement\":\"x\"}     | 422 | invalid-input | /about/id",
                "{\"about\":{\"kind\":\"score\",\"id\":\"0199aaaa-0000-7000-8000-000000000000\"},\"statement\":\"x\"} | 422 | invalid-input | /about/id",
                "{\"about\":{\"kind\":\"score\"},\"statement\":\" \"}          | 422 | invalid-input | /statement"
            })
    void namesTheFieldAtFault(String body, int status, String code, String pointer) {
        rita.post("/v1/applications/" + applied() + "/disputes", body)
                .expectProblem(status, code, pointer);
    }

    private String applied() {
        return desk.apply(desk.openJob(requirement(HiringDesk.newSkill(node, "SQL"), 1)), address);
    }

    private ApiAnswer open(String application, String kind, String of) {
        return rita.post(
                "/v1/applications/" + application + "/disputes",
                "{\"about\":{\"kind\":\"%s\"%s},\"statement\":\"This is wrong.\"}"
                        .formatted(kind, of.isEmpty() ? "" : ",\"id\":\"" + of + "\""));
    }

    private static String answer(String outcome, String more) {
        return "{\"outcome\":\"%s\",\"answer\":\"We looked at it again.\"%s}"
                .formatted(outcome, more);
    }

    private ApiAnswer dispute(String page, String about, String statement) {
        String body =
                URI.create(page).getRawQuery()
                        + "&about="
                        + URLEncoder.encode(about, UTF_8)
                        + "&statement="
                        + URLEncoder.encode(statement, UTF_8);
        return api.call("POST", "/me/application/dispute", FORM, body.getBytes(UTF_8));
    }

    private String page(String application) {
        String url =
                rita.post(
                                "/v1/applications/" + application + "/candidate-links",
                                "{\"mail\":false}")
                        .expect(201)
                        .json()
                        .path("url")
                        .asString();
        return URI.create(url).getRawPath() + "?" + URI.create(url).getRawQuery();
    }

    private JsonNode explanation(String application) {
        return rita.get("/v1/applications/" + application + "/explanation").expect(200).json();
    }

    private String candidateOf(String application) {
        return rita.get("/v1/applications/" + application)
                .expect(200)
                .json()
                .path("candidateId")
                .asString();
    }

    private String events(String dispute) {
        return api.as(Person.HANA).get("/v1/audit-events?subject=" + dispute).expect(200).text();
    }

    private void owner(String sql) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
