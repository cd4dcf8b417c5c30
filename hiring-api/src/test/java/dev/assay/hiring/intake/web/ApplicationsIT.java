package dev.assay.hiring.intake.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WithApplication
class ApplicationsIT {

    private static final String KIM = "kim@example.org";

    private final ApplicationUnderTest application;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final String sql;
    private final Badges school = new Badges();

    ApplicationsIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(application, "SQL");
    }

    @Nested
    class Submitting {

        private final String job = desk.openJob(requirement(sql, 1));

        @Test
        void answersTheApplicationWithItsChecksAndItsScore() {
            ApiAnswer answer =
                    desk.submit(job, application(KIM, school.badge(KIM, sql))).expect(201);

            assertThat(answer.header("Location")).contains("/v1/applications/" + answer.id());
            JsonNode filed = answer.json();
            assertThat(filed.propertyNames())
                    .containsExactlyInAnyOrder(
                            "id",
                            "jobId",
                            "candidateId",
                            "phase",
                            "stage",
                            "submittedAt",
                            "credentials",
                            "score");
            assertThat(filed.path("jobId").asString()).isEqualTo(job);
            assertThat(filed.path("phase").asString()).isEqualTo("new");
            assertThat(filed.path("submittedAt").asString()).endsWith("Z");
            JsonNode credential = filed.path("credentials").path(0);
            assertThat(credential.path("id").asString()).isNotBlank();
            assertThat(credential.path("verification").path("outcome").asString())
                    .isEqualTo("verified");
            assertThat(filed.path("score").path("applicationId").asString()).isEqualTo(answer.id());
            ApiAnswer read = rita.get("/v1/applications/" + answer.id()).expect(200);
            assertThat(read.text()).isEqualTo(answer.text());
            assertThat(read.etag()).isEqualTo(answer.etag());
        }

        @Test
        void keepsWhatItDoesNotReadSealedByteForByte(TestDatabase database) throws SQLException {
            String body =
                    """
                    {"candidate": {"givenName": "Kim", "familyName": "", "email": "k@example.org"},
                     "answers": [{"question": "Why?",   "answer": "Because \\u00e5 \ud83d\ude42"}],
                     "attachments": [{"name": "cv.txt", "content": "c2VjcmV0LWN2"}], "consents": [true]}
                    """;
            JsonNode filed =
                    rita.post("/v1/jobs/" + job + "/applications", body).expect(201).json();

            byte[] sealed = sealed(database, filed.path("id").asString());

            assertThat(new String(sealed, UTF_8)).doesNotContain("c2VjcmV0LWN2", "Kim");
            assertThat(opened(filed.path("candidateId").asString(), sealed)).isEqualTo(body);
        }

        @Test
        void filesWhatDoesNotCheckOutAndExplainsIt() {
            ObjectNode body = application(KIM);
            body.withArrayProperty("credentials").addObject().put("document", "no token \u0000");
            body.withArrayProperty("credentials").addObject().putObject("document");
            body.withArrayProperty("credentials")
                    .addObject()
                    .putObject("document")
                    .put("nul", "a\u0000b");

            JsonNode filed = desk.submit(job, body).expect(201).json();

            assertThat(filed.path("credentials"))
                    .hasSize(3)
                    .allSatisfy(credential ->
                            assertThat(credential.path("verification").path("outcome").asString())
                                    .isNotEqualTo("verified"));
            assertThat(filed.path("score").path("lane").asString()).isEqualTo("ranked");
            assertThat(filed.path("score").path("requirements").path(0).path("ignored")).hasSize(3);
        }

        @Test
        void wantsEachCredentialToBeADocument() {
            ObjectNode body = application(KIM);
            body.withArrayProperty("credentials").addObject();
            body.withArrayProperty("credentials").addObject().put("document", 7);
            body.withArrayProperty("credentials").addObject().putNull("document");
            body.withArrayProperty("credentials").addObject().putArray("document");

            desk.submit(job, body)
                    .expectProblem(
                            422,
                            "invalid-input",
                            "/credentials/0/document",
                            "/credentials/1/document",
                            "/credentials/2/document",
                            "/credentials/3/document");
        }

        @Test
        void limitsTheNumberAndTheSizeOfCredentials() {
            ObjectNode many = application(KIM);
            for (int i = 0; i < 101; i++) {
                many.withArrayProperty("credentials").addObject().putObject("document");
            }
            desk.submit(job, many).expectProblem(422, "invalid-input", "/credentials");

            ObjectNode large = application(KIM);
            large.withArrayProperty("credentials")
                    .addObject()
                    .put("document", "a".repeat(1024 * 1024 + 1));
            desk.submit(job, large).expectProblem(422, "invalid-input", "/credentials/0/document");
        }

        @Test
        void namesEveryFieldAtFault() {
            rita.post(
                            "/v1/jobs/" + job + "/applications",
                            """
                            {"candidate": {"givenName": " ", "email": "nobody"},
                             "source": {"channel": ""}}
                            """)
                    .expectProblem(
                            422,
                            "invalid-input",
                            "/candidate/givenName",
                            "/candidate/familyName",
                            "/candidate/email",
                            "/source/channel");
            rita.post(
                            "/v1/jobs/" + job + "/applications",
                            """
                            {"candidate": {"givenName": "a", "familyName": "b", "email": "a@example.org"},
                             "credentials": [null]}
                            """)
                    .expectProblem(422, "invalid-input", "/credentials/0");
            rita.post("/v1/jobs/" + job + "/applications", "{}")
                    .expectProblem(422, "invalid-input", "/candidate");
            rita.post(
                            "/v1/jobs/" + job + "/applications",
                            "{\"candidate\":{\"birthday\":\"1990-01-01\"}}")
                    .expectProblem(400, "unknown-field", "/candidate/birthday");
        }

        @Test
        void takesOneOpenApplicationOfACandidate() {
            desk.apply(job, KIM);

            desk.submit(job, application("Kim@Example.org")).expectProblem(409, "already-applied");
        }

        @Test
        void neverJoinsTwoPeopleByAnAddressNobodyVouchedFor() {
            ObjectNode unconfirmed = application("lee@example.org");
            unconfirmed.withObjectProperty("candidate").put("emailVerified", false);

            JsonNode vouched = desk.submit(job, application("lee@example.org")).expect(201).json();
            JsonNode other = desk.submit(job, unconfirmed).expect(201).json();

            assertThat(other.path("candidateId")).isNotEqualTo(vouched.path("candidateId"));
        }

        @Test
        void takesOneOfSeveralThatRace() throws Exception {
            List<Callable<Integer>> submissions =
                    IntStream.range(0, 8)
                            .mapToObj(_ ->
                                    (Callable<Integer>)
                                            () ->
                                                    desk.submit(
                                                                    job,
                                                                    application("race@example.org"))
                                                            .status())
                            .toList();
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Integer> statuses =
                        callers.invokeAll(submissions).stream().map(Future::resultNow).toList();

                assertThat(statuses)
                        .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
            }
            assertThat(
                            rita.get("/v1/jobs/" + job + "/ranking?lane=no-evidence")
                                    .json()
                                    .path("items"))
                    .hasSize(1);
        }

        @Test
        void doesNotLookAtAnythingForAJobThatIsNotThere() {
            desk.submit("01a20ada-2c00-7a00-8000-000000000000", application(KIM))
                    .expectProblem(404, "not-found");
        }

        @ParameterizedTest
        @CsvSource({"paused, job-not-open", "closed, job-not-open"})
        void takesNoneForAJobThatIsNotOpen(String status, String code) {
            ApiAnswer open = rita.get("/v1/jobs/" + job);
            rita.patch("/v1/jobs/" + job, open.etag(), "{\"status\":\"%s\"}".formatted(status))
                    .expect(200);

            desk.submit(job, application(KIM)).expectProblem(409, code);
        }

        @Test
        void takesNoneForADraftOrAfterTheLastDay() {
            String draft =
                    rita.post("/v1/jobs", "{\"title\":\"a\",\"description\":\"b\"}")
                            .expect(201)
                            .id();
            desk.submit(draft, application(KIM)).expectProblem(409, "job-not-open");

            ApiAnswer open = rita.get("/v1/jobs/" + job);
            rita.patch(
                            "/v1/jobs/" + job,
                            open.etag(),
                            "{\"validThrough\":\"2020-01-01T00:00:00Z\"}")
                    .expect(200);
            desk.submit(job, application(KIM)).expectProblem(409, "job-expired");
        }

        @Test
        void leavesNothingBehindWhenItRefuses(TestDatabase database) throws SQLException {
            desk.apply(job, KIM, school.badge(KIM, sql));
            List<Long> before = rows(database);

            desk.submit(job, application(KIM, school.badge(KIM, sql)))
                    .expectProblem(409, "already-applied");

            assertThat(rows(database)).isEqualTo(before);
        }

        private List<Long> rows(TestDatabase database) throws SQLException {
            return List.of(
                    count(database, "candidate"),
                    count(database, "person_key"),
                    count(database, "application"),
                    count(database, "credential"),
                    count(database, "score_history"),
                    count(database, "audit_entry"));
        }
    }

    @Nested
    class Reading {

        @Test
        void changesItsETagWhenTheScoreMoves() {
            String id = desk.apply(desk.openJob(requirement(sql, 1)), KIM, school.badge(KIM, sql));
            String path = "/v1/applications/" + id;
            String before = rita.get(path).etag();
            rita.with("If-None-Match", before).get(path).expect(304);

            new Registry(api).register(school.issuerId(), "trusted");
            Eventually.get(() -> desk.score(id).path("score").asDouble(), score -> score == 64.0);

            ApiAnswer now = rita.with("If-None-Match", before).get(path).expect(200);
            assertThat(now.json().path("score").path("score").asDouble()).isEqualTo(64.0);
        }

        @Test
        void doesNotFindWhatIsNotThere() {
            for (String path : List.of("", "/score", "/score/history")) {
                rita.get("/v1/applications/01a20ada-2c00-7a00-8000-000000000000" + path)
                        .expectProblem(404, "not-found");
                rita.get("/v1/applications/none" + path).expectProblem(404, "not-found");
            }
        }
    }

    private String opened(String candidate, byte[] sealed) {
        var harbor = SampleMembers.administratorOf(SampleMembers.HARBOR);
        var person = new PersonId(UUID.fromString(candidate));
        return application
                .bean(TenantTransaction.class)
                .in(
                        harbor,
                        () ->
                                new String(
                                        application
                                                .bean(PersonalVault.class)
                                                .open(harbor, person, sealed),
                                        UTF_8));
    }

    private static byte[] sealed(TestDatabase database, String id) throws SQLException {
        try (var connection = database.ownerDataSource().getConnection();
                var query =
                        connection.prepareStatement(
                                "select sealed from application_received where application_id = ?")) {
            query.setObject(1, UUID.fromString(id));
            var row = query.executeQuery();
            row.next();
            return row.getBytes(1);
        }
    }

    private static long count(TestDatabase database, String table) throws SQLException {
        try (var connection = database.ownerDataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
