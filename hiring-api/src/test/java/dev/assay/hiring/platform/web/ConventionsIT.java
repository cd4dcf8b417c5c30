package dev.assay.hiring.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WithApplication;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every call, whatever it is about. */
@WithApplication
class ConventionsIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final ApplicationUnderTest application;
    private final ApiClient api;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final URI address;

    ConventionsIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
        this.api = api;
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(hana);
        this.address = application.address();
    }

    @Nested
    class Addresses {

        @ParameterizedTest
        @ValueSource(strings = {"/v1/jobs/..%2fissuers", "/v1/jobs/%00", "/v1/jobs/%zz"})
        void areRefusedAsAProblemEvenByTheServerItself(String path) throws IOException {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost");

            assertThat(answer).startsWith("HTTP/1.1 400 ");
            assertThat(answer.toLowerCase()).contains("content-type: application/problem+json");
            var problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            assertThat(problem.path("type").asString())
                    .isEqualTo("https://assay.dev/problems/malformed-request");
            assertThat(problem.path("status").asInt()).isEqualTo(400);
            assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
            assertThat(answer).contains(problem.path("traceId").asString() + "\r\n");
            assertThat(answer).doesNotContain("Tomcat", "<html");
        }

        @Test
        void thatAreNoneOfOursAreNotFound() {
            hana.get("/v1").expectProblem(404, "not-found");
            hana.get("/v1/nothing/at/all").expectProblem(404, "not-found");
            hana.get("/v1/jobs/not-a-uuid").expectProblem(404, "not-found");
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=x", "limit=99999999999"})
        void nameTheParameterThatIsMalformed(String query) {
            hana.get("/v1/jobs?" + query).expectProblem(400, "malformed-parameter", "/limit");
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=0", "limit=-1", "limit=201"})
        void nameTheParameterThatIsOutOfBounds(String query) {
            hana.get("/v1/jobs?" + query).expectProblem(422, "invalid-input", "/limit");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "", "%00", "MHwwfGF8Yg"})
        void nameTheCursorThatIsNone(String cursor) {
            hana.get("/v1/skills?after=" + cursor).expectProblem(422, "invalid-input", "/after");
        }
    }

    @Nested
    class Methods {

        @Test
        void areToldToWhoeverAsks() {
            ApiAnswer answer = hana.call("OPTIONS", "/v1/jobs").expect(200);

            assertThat(answer.header("Allow").orElse("")).contains("GET", "HEAD", "POST");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            api.call("OPTIONS", "/v1/jobs").expectProblem(401, "unauthorized");
        }

        @Test
        void thatAnAddressDoesNotHaveAreRefusedWithThoseItHas() {
            for (String method : List.of("PUT", "POST", "DELETE")) {
                ApiAnswer answer =
                        hana.call(method, "/v1/issuers/01a20ada-2c00-7a00-8000-0000000000ff")
                                .expectProblem(405, "method-not-allowed");
                assertThat(answer.header("Allow").orElse("")).contains("GET", "PATCH");
            }
        }

        @Test
        void headTellsWhatGetWouldWithoutTheBody() {
            String job = desk.openJob();
            ApiAnswer get = hana.get("/v1/jobs/" + job).expect(200);

            ApiAnswer head = hana.call("HEAD", "/v1/jobs/" + job).expect(200);

            assertThat(head.response().body()).isEmpty();
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag")).isPresent();
            assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        }
    }

    @Nested
    class Versions {

        @Test
        void areWithEverythingThatCanChange() {
            String sql = HiringDesk.newSkill(application, "SQL");
            Badges school = new Badges();
            String job = desk.openJob(HiringDesk.requirement(sql, 1));
            String issuer = new Registry(api).register(school.issuerId(), "trusted").id();
            String kim = desk.apply(job, "kim@example.org", school.badge("kim@example.org", sql));

            for (String path :
                    List.of(
                            "/v1/jobs/" + job,
                            "/v1/issuers/" + issuer,
                            "/v1/applications/" + kim,
                            "/v1/applications/" + kim + "/score")) {
                String tag = hana.get(path).expect(200).etag();
                assertThat(tag).as(path).matches("\"[!-~]+\"");
                ApiAnswer unchanged = hana.with("If-None-Match", tag).get(path).expect(304);
                assertThat(unchanged.response().body()).isEmpty();
                hana.with("If-None-Match", "\"0\"").get(path).expect(200);
            }
        }

        @Test
        void haveToBeNamedByWhoeverChangesAThing() {
            String path = "/v1/jobs/" + desk.openJob();
            byte[] change = "{\"title\":\"Other\"}".getBytes(UTF_8);

            hana.call("PATCH", path, ApiClient.JSON, change)
                    .expectProblem(428, "precondition-required");
            for (String other : List.of("\"99\"", "\"1\"")) {
                hana.with("If-Match", other)
                        .call("PATCH", path, ApiClient.JSON, change)
                        .expectProblem(412, "stale-version");
            }
            for (String malformed : List.of("*", "2", "W/\"2\"", "\"1\", \"2\"", "\"-1\"")) {
                hana.with("If-Match", malformed)
                        .call("PATCH", path, ApiClient.JSON, change)
                        .expectProblem(400, "malformed-etag");
            }
            hana.patch(path, hana.get(path).etag(), "{\"title\":\"Other\"}").expect(200);
        }
    }

    @Nested
    class Pages {

        @Test
        void ofEveryListLinkToTheNextAndShowEachItemOnce() {
            String word = "Paging" + System.nanoTime();
            for (int i = 0; i < 5; i++) {
                HiringDesk.newSkill(application, word + (i % 2 == 0 ? "|%7C" : ""));
                desk.openJob();
                new Registry(api).register("https://issuer-" + word + i + ".example", "known");
            }
            assertThat(walk("/v1/skills?q=" + word)).hasSize(5);
            assertThat(walk("/v1/jobs?status=open")).hasSizeGreaterThanOrEqualTo(5);
            assertThat(walk("/v1/issuers?")).hasSizeGreaterThanOrEqualTo(5);
        }

        @Test
        void ofAScoresHistoryGoBackToTheFirst() {
            String sql = HiringDesk.newSkill(application, "SQL");
            Badges school = new Badges();
            String job = desk.openJob(HiringDesk.requirement(sql, 1));
            String kim = desk.apply(job, "lou@example.org", school.badge("lou@example.org", sql));
            String path = "/v1/applications/" + kim + "/score/history";

            ApiAnswer first = hana.get(path + "?limit=1").expect(200);

            assertThat(first.json().path("items")).hasSize(1);
            assertThat(first.json().path("next").isNull()).isTrue();
            assertThat(first.header("Link")).isEmpty();
        }

        /** Every item of a list, read two by two along the Link headers. */
        private Set<String> walk(String path) {
            Set<String> seen = new HashSet<>();
            Optional<String> next = Optional.of(path + "&limit=2");
            while (next.isPresent()) {
                ApiAnswer page = hana.get(next.get()).expect(200);
                var items = page.json().path("items");
                assertThat(items.size()).isBetween(1, 2);
                items.forEach(item ->
                        assertThat(seen.add(item.required("id").asString()))
                                .as("seen for the first time")
                                .isTrue());
                next = page.header("Link").map(Pages::target);
                assertThat(page.json().path("next").isNull()).isEqualTo(next.isEmpty());
            }
            return seen;
        }

        private static String target(String link) {
            assertThat(link).endsWith(">; rel=\"next\"");
            URI target = URI.create(link.substring(1, link.indexOf('>')));
            return target.getRawPath() + "?" + target.getRawQuery();
        }
    }

    @Nested
    class Bodies {

        @Test
        void areNotUnpacked() {
            ApiAnswer answer =
                    hana.with("Content-Encoding", "gzip")
                            .post("/v1/jobs", "{}")
                            .expectProblem(415, "unsupported-media-type");

            assertThat(answer.header("Accept-Encoding")).contains("identity");
            hana.with("Content-Encoding", "identity")
                    .post("/v1/jobs", "{\"title\":\"a\",\"description\":\"b\"}")
                    .expect(201);
        }

        @Test
        void areBoundedWhetherOrNotTheySayHowLongTheyAre() throws IOException {
            String start =
                    "POST /v1/credentials/verify HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + token()
                            + "\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked";
            String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";

            assertThat(raw(start, chunk.repeat(17) + "0\r\n\r\n")).startsWith("HTTP/1.1 413 ");

            hana.post("/v1/credentials/verify", "image/png", new byte[1024 * 1024 + 1])
                    .expectProblem(413, "body-too-large");
            // Small enough to be read, and then found to be no picture.
            hana.post("/v1/credentials/verify", "image/png", new byte[1024 * 1024]).expect(400);
        }
    }

    @Nested
    class Limits {

        @Test
        void areToldWithEveryAnswer() {
            ApiAnswer answer = hana.get("/v1/jobs").expect(200);

            assertThat(answer.header("RateLimit-Policy")).contains("\"calls\";q=1000000;w=60");
            assertThat(answer.header("RateLimit").orElse(""))
                    .matches("\"calls\";r=99\\d{4};t=([1-9]|[1-5]\\d|60)");
            assertThat(hana.get("/v1/jobs/none").expect(404).header("RateLimit")).isPresent();
        }

        @Test
        void areStricterWhereCredentialsAreVerified() {
            ApiAnswer answer = hana.post("/v1/credentials/verify", "{}").expect(200);

            assertThat(answer.header("RateLimit-Policy").orElse(""))
                    .isEqualTo("\"calls\";q=1000000;w=60, \"costly\";q=1000000;w=60");
            assertThat(answer.header("RateLimit").orElse("")).contains("\"costly\";r=");
        }

        @Test
        void giveAPlaceBackHoweverACallEnds() {
            for (int i = 0; i < 70; i++) {
                hana.get("/v1/jobs/none").expect(404);
                hana.with("Accept", "text/html").get("/v1/jobs").expect(406);
                hana.with("Idempotency-Key", "a b").post("/v1/jobs", "{}").expect(400);
            }
            hana.get("/v1/jobs").expect(200);
        }

        @Test
        void startAnewInAnotherMinute(TestDatabase database) throws SQLException {
            ApiClient sam = api.as(Person.SAM).at(Organization.CEDAR_HEALTH);
            sam.get("/v1/jobs").expect(200);
            execute(
                    database,
                    "update rate_bucket set taken = 1000000, window_start = now() - interval '1 hour' where caller = 'person:%s'"
                            .formatted(Person.SAM.subject()));
            // More than the node can hold of the minute before.
            for (int i = 0; i < 60; i++) {
                sam.get("/v1/jobs").expect(200);
            }
        }

        @Test
        void forgetCallersWhoHaveNotCalledForLong(TestDatabase database) throws SQLException {
            api.as(Person.ADA).get("/v1/jobs").expect(200);
            execute(
                    database,
                    "insert into rate_bucket select employer_id, 'person:gone', policy, now() - interval '2 hours', 1 from rate_bucket"
                            + " where caller = 'person:%s'".formatted(Person.ADA.subject()));

            application
                    .bean(Scheduler.class)
                    .reschedule(
                            TaskInstanceId.of("forget-rate-buckets", RecurringTask.INSTANCE),
                            Clock.systemUTC().instant());

            Eventually.get(() -> buckets(database, "gone"), count -> count == 0);
            assertThat(buckets(database, Person.ADA.subject())).isOne();
        }

        @Test
        void turnAwayACallerWhoseQuotaIsUsedUpAndNobodyElse(TestDatabase database)
                throws SQLException {
            ApiClient omar = api.as(Person.OMAR);
            omar.get("/v1/jobs").expect(200);
            // A window that does not end while the test runs.
            execute(
                    database,
                    "update rate_bucket set taken = 1000000, window_start = now() + interval '1 hour' where employer_id = '%s'"
                            .formatted(SampleMembers.CEDAR));
            List<ApiAnswer> answers = new ArrayList<>();
            // What the node holds of it already is his.
            do {
                answers.add(omar.get("/v1/jobs"));
            } while (answers.getLast().status() == 200 && answers.size() < 200);

            ApiAnswer refused = answers.getLast().expectProblem(429, "rate-limited");
            assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(refused.header("RateLimit").orElse("")).startsWith("\"calls\";r=0;t=");
            omar.with("Idempotency-Key", "limited")
                    .post("/v1/jobs", "{\"title\":\"a\",\"description\":\"b\"}")
                    .expectProblem(429, "rate-limited");
            hana.get("/v1/jobs").expect(200);
            execute(
                    database,
                    "delete from rate_bucket where employer_id = '%s'"
                            .formatted(SampleMembers.CEDAR));
        }
    }

    private String token() {
        return Objects.requireNonNull(TestKeycloak.get().tokenOf(Person.HANA));
    }

    private String raw(String head) throws IOException {
        return raw(head, "");
    }

    /** As no well-behaved client would send it. */
    private String raw(String head, String body) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n" + body).getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static int buckets(TestDatabase database, String caller) {
        try (var connection = database.ownerDataSource().getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from rate_bucket where caller = 'person:%s'"
                                        .formatted(caller))) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(TestDatabase database, String command) throws SQLException {
        try (var connection = database.ownerDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
