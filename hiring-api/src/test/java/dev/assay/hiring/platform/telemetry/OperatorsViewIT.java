package dev.assay.hiring.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.FaultyWire;
import dev.assay.hiring.testkit.HiringDesk;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator sees of a node, and how it behaves while its database is in trouble. */
@WithDatabase
class OperatorsViewIT {

    private static final int CONNECTIONS = 2;

    /**
     * What may stand between the braces of a metric; anything longer than this is somebody's data.
     */
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private static FaultyWire wire;
    private static ApplicationUnderTest application;
    private static TestDatabase owned;

    @BeforeAll
    static void start(TestDatabase database) {
        owned = database;
        wire = FaultyWire.to(database);
        application =
                ApplicationUnderTest.start(
                        HiringApplication.class,
                        database,
                        "management.server.port=0",
                        "assay.database.url=" + wire.jdbcUrl(),
                        "assay.database.web.maximum-connections=" + CONNECTIONS);
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        wire.close();
    }

    @Test
    void metricsAreOnTheManagementPortAlone() {
        management().get("/actuator/prometheus").expect(200);

        api().get("/actuator/prometheus").expect(404);
        api().get("/actuator").expect(404);
        api().as(Person.HANA).get("/actuator/prometheus").expect(404);
    }

    @Test
    void probesAreOnBothPorts() {
        management().get("/actuator/health/readiness").expect(200);
        management().get("/actuator/health/liveness").expect(200);
        api().get("/readyz").expect(200);
        api().get("/livez").expect(200);
    }

    @Test
    void measuresWhatTheOperatorsGuidePromises() {
        submit("measured@mail.example");

        String metrics = metrics();

        assertThat(metrics)
                .contains(
                        "http_server_requests_seconds_bucket{",
                        "uri=\"/v1/jobs/{id}/applications\"",
                        "hikaricp_connections_active{",
                        "hikaricp_connections_pending{",
                        "pool=\"assay_web\"",
                        "pool=\"assay_worker\"",
                        "dbscheduler_task_completions",
                        "assay_work_waiting{",
                        "assay_work_oldest_seconds{",
                        "topic=\"rewrap-person-keys\"",
                        "assay_verification_seconds_count{format=\"open-badges-3\",outcome=\"verified\"",
                        "jvm_memory_used_bytes{");
    }

    @Test
    void noLabelCarriesAPersonOrAnIdOfSomething() {
        String job = submit("robin.vale.label@mail.example");
        api().as(Person.RITA).get("/v1/jobs/" + job).expect(200);
        api().as(Person.RITA).get("/v1/robin.vale.label@mail.example").expect(404);
        api().get("/robin.vale.label@mail.example");

        assertThat(metrics()).doesNotContain("robin.vale").doesNotContain(job);
        assertThat(LABEL.matcher(metrics()).results())
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.group(2)).hasSizeLessThan(100));
    }

    @Test
    void tellsTheCallersToComeBackWhileTheDatabaseIsAwayAndRecoversByItself() throws Exception {
        ApiClient rita = api().as(Person.RITA);
        rita.get("/v1/jobs").expect(200);

        wire.cut();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            // Each waits for a connection as long as one may; there is no need to do so in turn.
            Future<ApiAnswer> read = callers.submit(() -> rita.get("/v1/jobs"));
            Future<ApiAnswer> written =
                    callers.submit(() ->
                            rita.post(
                                    "/v1/jobs",
                                    "{\"title\":\"x\",\"description\":\"y\",\"requirements\":[]}"));
            Future<ApiAnswer> readiness = callers.submit(() -> api().get("/readyz"));
            ApiAnswer refusal = read.get().expectProblem(503, "unavailable");
            assertThat(refusal.header("Retry-After")).isPresent();
            written.get().expectProblem(503, "unavailable");
            readiness.get().expect(503);
            api().get("/livez").expect(200);
            assertThat(metrics()).contains("http_server_requests_seconds");
        } finally {
            wire.mend();
        }

        Eventually.get(() -> rita.get("/v1/jobs").status(), status -> status == 200);
        Eventually.get(() -> api().get("/readyz").status(), status -> status == 200);
    }

    @Test
    void boundsHowLongRequestsWaitWhenAllConnectionsAreTaken() throws Exception {
        ApiClient rita = api().as(Person.RITA);
        rita.get("/v1/jobs").expect(200);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
                Connection owner = owned.ownerDataSource().getConnection()) {
            owner.setAutoCommit(false);
            lock(owner, "job");
            List<Future<ApiAnswer>> answers =
                    IntStream.range(0, 5 * CONNECTIONS)
                            .mapToObj(_ -> callers.submit(() -> rita.get("/v1/jobs")))
                            .toList();
            // Nobody lets go of the lock before all of them have been answered.
            for (Future<ApiAnswer> answer : answers) {
                answer.get().expectProblem(503, "unavailable");
            }
            owner.rollback();
        }
        Eventually.get(() -> rita.get("/v1/jobs").status(), status -> status == 200);
    }

    private static void lock(Connection owner, String table) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
    }

    private static String submit(String email) {
        HiringDesk desk = new HiringDesk(api().as(Person.RITA));
        String skill = HiringDesk.newSkill(application, "Measuring");
        String job = desk.openJob(HiringDesk.requirement(skill, 3));
        desk.apply(job, email, new Badges().badge(email, skill));
        return job;
    }

    private static String metrics() {
        return management().get("/actuator/prometheus").expect(200).text();
    }

    private static ApiClient api() {
        return ApiClient.of(application);
    }

    private static ApiClient management() {
        return ApiClient.at(application.managementAddress());
    }
}
