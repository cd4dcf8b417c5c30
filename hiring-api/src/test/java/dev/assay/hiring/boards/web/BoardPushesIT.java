package dev.assay.hiring.boards.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static dev.assay.hiring.testkit.SampleMembers.CEDAR;
import static dev.assay.hiring.testkit.SampleMembers.HARBOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.boards.BoardShapes;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WithApplication;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Boards pushing applications in their own shapes, over HTTP. */
@WithApplication
class BoardPushesIT {

    private final ApiClient anyone;
    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient ada;
    private final HiringDesk desk;
    private final String partner;
    private final String skill;

    BoardPushesIT(ApplicationUnderTest application, ApiClient api) {
        this.anyone = api;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.ada = api.as(Person.ADA);
        this.desk = new HiringDesk(rita);
        this.skill = HiringDesk.newSkill(application, "Tables");
        this.partner = "/v1/partners/" + SampleMembers.newPartner(application, "Pushes");
        grant("[\"apply\",\"status\"]");
    }

    @Test
    void whatIndeedPushesIsTakenOnceWithItsAnswersAndFiles() {
        Pushing indeed = connect("indeed");
        Shape shape = new Shape("indeed", openJob());

        ApiAnswer pushed = indeed.push(shape.body()).expect(200);

        assertThat(pushed.header("RateLimit").orElseThrow()).contains("calls", "costly");
        assertThat(indeed.push(shape.body()).expect(200).id()).isEqualTo(pushed.id());
        JsonNode taken = taken(shape.job);
        String application = taken.path("applicationId").asString();
        JsonNode attribution =
                rita.get("/v1/applications/" + application + "/attribution").expect(200).json();
        assertThat(partner).endsWith(attribution.path("partnerId").asString());
        assertThat(attribution.path("way").asString()).isEqualTo("handed-in");
        assertThat(rita.get("/v1/applications/" + application + "/answers").expect(200).text())
                .contains("Which days?", "Tue", "Rowing")
                .doesNotContain("Woman", "gender", "veteran");
        assertThat(rita.get("/v1/applications/" + application + "/attachments").expect(200).text())
                .contains("zoe-moran.txt", "cover-letter.txt", "text/plain");
        assertThat(indeed.push(shape.body()).expect(200).id()).isEqualTo(pushed.id());
        indeed.push(shape.again().body()).expectProblem(409, "duplicate-application");
    }

    @Test
    void linkedInHearsNothingBut200OfWhatCouldBeTaken() {
        Pushing linkedIn = connect("linkedin");
        Shape shape = new Shape("linkedin", openJob());

        String first = linkedIn.push(shape.body()).expect(200).id();

        taken(shape.job);
        assertThat(linkedIn.push(shape.body()).expect(200).id()).isEqualTo(first);
        String second = linkedIn.push(shape.again().body()).expect(200).id();
        assertThat(second).isNotEqualTo(first);
        assertThat(
                        rita.get("/v1/jobs/" + shape.job + "/ranking?lane=no-evidence")
                                .json()
                                .path("items"))
                .hasSize(1);
    }

    @Test
    void theSamePushManyTimesAtOnceIsOneApplication() {
        Pushing indeed = connect("indeed");
        Shape shape = new Shape("indeed", openJob());

        List<CompletableFuture<String>> all =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () -> indeed.push(shape.body()).expect(200).id()))
                        .limit(4)
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        taken(shape.job);
    }

    @Test
    void whatNobodyWeKnowSignedIsRefusedBeforeItIsLookedAt() {
        Pushing indeed = connect("indeed");
        byte[] garbage = "{\"applicant\":".getBytes(StandardCharsets.UTF_8);
        String other = "x" + indeed.secret.substring(1);

        String refused =
                withoutTrace(
                        indeed.push(garbage, BoardShapes.indeed(other, garbage))
                                .expectProblem(401, "signature-invalid")
                                .text());

        for (ApiAnswer answer :
                List.of(
                        anyone.post(indeed.path, "{}"),
                        anyone.with("X-LI-Signature", BoardShapes.linkedIn(indeed.secret, garbage))
                                .post(indeed.path, ApiClient.JSON, garbage),
                        anyone.with(
                                        "X-Indeed-Signature",
                                        BoardShapes.indeed(indeed.secret, garbage))
                                .post("/v1/inbound/nobody", ApiClient.JSON, garbage))) {
            assertThat(withoutTrace(answer.expectProblem(401, "signature-invalid").text()))
                    .isEqualTo(refused);
        }
        assertThat(refusals()).as("noted once an hour").isEqualTo(1);
        indeed.push(garbage).expectProblem(400, "malformed-json");
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        indeed.push(large, "c2lnbmF0dXJl").expectProblem(413, "body-too-large");
    }

    @Test
    void whatIsWrongIsNamedInTheBoardsShapeAndWhatTheJobIsDecides() {
        Pushing indeed = connect("indeed");
        Shape shape = new Shape("indeed", openJob());

        indeed.push(shape.body("zoe.moran", "no address"))
                .expectProblem(422, "invalid-input", "/applicant/email");
        indeed.push(shape.body("Wm/DqyBNb3JhbiwgYW5hbHlzdA==", "AAECAwQFBgcICQ=="))
                .expectProblem(422, "invalid-input", "/applicant/resume/file/data");
        indeed.push(shape.body("\"answer\": \"7\"", "\"answer\": \"many\""))
                .expectProblem(
                        422, "invalid-input", "/screenerQuestionsAndAnswers/questionsAndAnswers/1");
        indeed.push(shape.body(shape.job, UUID.randomUUID().toString()))
                .expectProblem(404, "not-found");
        become(shape.job, "paused");
        assertThat(
                        indeed.push(shape.body())
                                .expectProblem(503, "push-again-later")
                                .header("Retry-After"))
                .isPresent();
        become(shape.job, "closed");
        indeed.push(shape.body()).expectProblem(410, "posting-closed");
        grant("[\"status\"]");
        indeed.push(shape.body()).expectProblem(403, "forbidden");
    }

    @Test
    void linkedInLearnsBeforeItPushesThatTheAddressKnowsTheSecret() {
        Pushing linkedIn = connect("linkedin");
        String code = "?challengeCode=";
        String challenge = UUID.randomUUID().toString();

        JsonNode shown = anyone.get(linkedIn.path + code + challenge).expect(200).json();

        assertThat(shown.path("challengeCode").asString()).isEqualTo(challenge);
        assertThat(shown.path("challengeResponse").asString())
                .isEqualTo(BoardShapes.challenged(linkedIn.secret, challenge));
        anyone.get(linkedIn.path + code + "hmacsha256=%7B%7D")
                .expectProblem(422, "invalid-input", "/challengeCode");
        anyone.get("/v1/inbound/nobody" + code + challenge).expectProblem(404, "not-found");
        anyone.get(connect("indeed").path + code + challenge).expectProblem(404, "not-found");
    }

    @Test
    void aSecretIsShownOnceAndTheFormerOneHoldsAsLongAsWasSaid() {
        Pushing first = connect("linkedin");
        String path = partner + "/connections/linkedin";
        assertThat(hana.get(path).expect(200).json().has("secret")).isFalse();
        assertThat(rita.get(partner + "/connections").expect(200).text())
                .contains("linkedin")
                .doesNotContain(first.secret);
        rita.post(path + "/secret", "{}").expectProblem(403, "forbidden");
        hana.post(partner + "/connections", "{\"board\":\"linkedin\"}")
                .expectProblem(409, "board-connected");
        byte[] nobodys =
                BoardShapes.body("linkedin", Map.of("job", UUID.randomUUID().toString()))
                        .getBytes(StandardCharsets.UTF_8);
        String given = "sample-secret-that-a-board-gave";

        hana.post(path + "/secret", "{\"secret\":\"%s\"}".formatted(given)).expect(200);

        for (String holds : List.of(first.secret, given)) {
            first.push(nobodys, BoardShapes.linkedIn(holds, nobodys))
                    .expectProblem(404, "not-found");
        }
        hana.post(path + "/secret", "{\"overlapHours\":0}").expect(200);
        first.push(nobodys, BoardShapes.linkedIn(given, nobodys))
                .expectProblem(401, "signature-invalid");
        ApiAnswer off = hana.patch(path, hana.get(path).etag(), "{\"enabled\":false}").expect(200);
        assertThat(off.json().path("enabled").asBoolean(true)).isFalse();
        first.push(nobodys).expectProblem(401, "signature-invalid");
    }

    @Test
    void whatNoDecisionMayKnowLiesWhereNobodyWhoDecidesCanLook(TestDatabase database)
            throws Exception {
        Pushing indeed = connect("indeed");
        Shape shape = new Shape("indeed", openJob());
        indeed.push(shape.body()).expect(200);
        String application = taken(shape.job).path("applicationId").asString();
        String table = "demographics.self_identification";
        String theirs = table + " where application_id = '" + application + "'";

        for (DataSource role : List.of(database.webDataSource(), database.workerDataSource())) {
            for (String denied :
                    List.of(
                            "select count(*) from " + table,
                            "select employer_id from " + theirs,
                            "update " + table + " set job_id = job_id",
                            "delete from " + table)) {
                assertDenied(role, denied);
            }
        }
        for (DataSource role : List.of(database.webDataSource(), database.workerDataSource())) {
            assertDenied(role, "update application_attribution set way = 'link'");
            assertDenied(role, "delete from application_attribution");
        }
        assertDenied(
                database.webDataSource(), "insert into " + table + " (employer_id) values (null)");
        for (String denied :
                List.of(
                        "select id from application",
                        "select id from candidate",
                        "delete from " + table,
                        "insert into " + table + " (employer_id) values (null)")) {
            assertDenied(database.selfIdDataSource(), denied);
        }
        byte[] sealed =
                asEmployer(database.selfIdDataSource(), HARBOR, "select sealed from " + theirs)
                        .orElseThrow();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("VETERAN", "Woman");
        assertThat(asEmployer(database.selfIdDataSource(), CEDAR, "select sealed from " + theirs))
                .isEmpty();

        String candidate =
                rita.get("/v1/applications/" + application).json().path("candidateId").asString();
        String archive = "";
        String apart = "";
        for (Map.Entry<String, byte[]> file :
                hana.get("/v1/candidates/" + candidate + "/export")
                        .expect(200)
                        .unzipped()
                        .entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            if (file.getKey().contains("self-identification/")) {
                apart += text;
            } else {
                archive += text;
            }
        }
        assertThat(apart).contains("NOT_A_VETERAN", "Woman");
        assertThat(archive).contains("Rowing").doesNotContain("NOT_A_VETERAN", "Woman");
        for (String open :
                List.of(
                        "/v1/applications/" + application,
                        "/v1/applications/" + application + "/answers",
                        "/v1/candidates/" + candidate + "/timeline",
                        "/v1/applications/" + application + "/score")) {
            assertThat(rita.get(open).expect(200).text()).doesNotContain("VETERAN", "Woman");
        }
    }

    @Test
    void whatOnePartnerSpendsIsTakenFromNobodyElse() {
        Pushing linkedIn = connect("linkedin");
        ApiClient other = anyone.withToken(TestKeycloak.get().partnerToken());
        long before = left(other.get("/v1/partner/jobs?limit=1").expect(200));
        long people = left(rita.get("/v1/jobs?limit=1").expect(200));
        byte[] nobodys =
                BoardShapes.body("linkedin", Map.of("job", UUID.randomUUID().toString()))
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5; i++) {
            linkedIn.push(nobodys).expectProblem(404, "not-found");
        }

        assertThat(left(other.get("/v1/partner/jobs?limit=1").expect(200)))
                .isGreaterThanOrEqualTo(before - 1);
        assertThat(left(rita.get("/v1/jobs?limit=1").expect(200)))
                .isGreaterThanOrEqualTo(people - 1);
    }

    private static long left(ApiAnswer answer) {
        Matcher calls =
                Pattern.compile("\"calls\";r=([0-9]+)")
                        .matcher(answer.header("RateLimit").orElseThrow());
        assertThat(calls.find()).isTrue();
        return Long.parseLong(calls.group(1));
    }

    /** Of this test's partner, as the audit trail has them. */
    private long refusals() {
        return ada.get("/v1/audit-events?limit=200&action=board-connection.push-refused")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(row -> partner.endsWith(row.at("/detail/partner").asString("nobody")))
                .count();
    }

    private static void assertDenied(DataSource role, String sql) {
        assertThatThrownBy(() -> asEmployer(role, HARBOR, sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static Optional<byte[]> asEmployer(DataSource role, EmployerId employer, String sql)
            throws SQLException {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local assay.employer_id = '" + employer + "'");
            try (ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            } finally {
                connection.rollback();
            }
        }
    }

    private record Pushing(ApiClient anyone, String board, String path, String secret) {

        ApiAnswer push(byte[] body) {
            return push(
                    body,
                    board.equals("indeed")
                            ? BoardShapes.indeed(secret, body)
                            : BoardShapes.linkedIn(secret, body));
        }

        ApiAnswer push(byte[] body, String signature) {
            return anyone.with(
                            board.equals("indeed") ? "X-Indeed-Signature" : "X-LI-Signature",
                            signature)
                    .post(path, ApiClient.JSON, body);
        }
    }

    private Pushing connect(String board) {
        JsonNode made =
                hana.post(partner + "/connections", "{\"board\":\"%s\"}".formatted(board))
                        .expect(201)
                        .json();
        String url = made.path("url").asString();
        return new Pushing(
                anyone,
                board,
                url.substring(url.indexOf("/v1/inbound/")),
                made.path("secret").asString());
    }

    /** A board's body for a job that asks what it answers, from somebody of its own. */
    private final class Shape {

        private final String board;
        private final String job;
        private final String reference;
        private final String text;

        Shape(String board, String job) {
            this(
                    board,
                    job,
                    BoardShapes.body(
                                    board,
                                    Map.of(
                                            "job", job,
                                            "question.yesNo", ask(job, "yes-no", ""),
                                            "question.number", ask(job, "number", ""),
                                            "question.choice",
                                                    ask(
                                                            job,
                                                            "choice",
                                                            ",\"options\":[\"Mon\",\"Tue\"]")))
                            .replace("zoe.moran@", "zoe.moran-" + UUID.randomUUID() + "@"));
        }

        private Shape(String board, String job, String text) {
            this.board = board;
            this.job = job;
            this.reference = UUID.randomUUID().toString();
            this.text =
                    text.replaceAll("apply-7f1e|urn:li:jobApplication:4711", "ref-" + reference)
                            .replaceAll("ref-[0-9a-f-]{36}", reference);
        }

        /** The same person for the same job, under another number of the board's. */
        Shape again() {
            return new Shape(board, job, text.replace(reference, "apply-7f1e"));
        }

        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        byte[] body(String instead, String of) {
            return text.replace(instead, of).getBytes(StandardCharsets.UTF_8);
        }
    }

    private String ask(String job, String kind, String more) {
        return rita.post(
                        "/v1/jobs/" + job + "/questions",
                        "{\"kind\":\"%s\",\"question\":\"Which days?\",\"required\":true%s}"
                                .formatted(kind, more))
                .expect(201)
                .id();
    }

    private String openJob() {
        return desk.openJob(requirement(skill, 3));
    }

    private JsonNode taken(String job) {
        JsonNode items =
                Eventually.get(
                        () ->
                                rita.get("/v1/jobs/" + job + "/ranking?lane=no-evidence")
                                        .expect(200)
                                        .json()
                                        .path("items"),
                        found -> !found.isEmpty());
        assertThat(items).hasSize(1);
        return items.path(0);
    }

    private void become(String job, String status) {
        String path = "/v1/jobs/" + job;
        rita.patch(path, rita.get(path).etag(), "{\"status\":\"%s\"}".formatted(status))
                .expect(200);
    }

    private void grant(String permissions) {
        ApiAnswer now = hana.get(partner + "/grant");
        ApiClient caller = now.status() == 200 ? hana.with("If-Match", now.etag()) : hana;
        caller.call(
                        "PUT",
                        partner + "/grant",
                        ApiClient.JSON,
                        "{\"permissions\":%s}"
                                .formatted(permissions)
                                .getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    private static String withoutTrace(String problem) {
        return problem.replaceAll("[0-9a-f]{32}", "");
    }
}
