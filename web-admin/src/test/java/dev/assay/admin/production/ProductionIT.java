package dev.assay.admin.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.production.ExecutableJar.Ended;
import dev.assay.admin.production.ExecutableJar.Installed;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.TestKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The guide's installation on a database and a Keycloak that were there before: the jar unpacked,
 * the migration as the owner, the example configuration with secrets in files, and no sample.
 */
@WithDatabase
@TestMethodOrder(MethodOrderer.MethodName.class)
class ProductionIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Turns up in everything that is sent below, and may turn up nowhere else. */
    private static final String MARK = "Quillivant";

    @TempDir private static Path directory;

    private static TestDatabase database;
    private static Installed installed;
    private static Path settings;
    private static Node node;

    @BeforeAll
    static void install() throws Exception {
        database = TestDatabase.empty();
        installed = ExecutableJar.built().extractTo(directory.resolve("opt"));
        Path secrets = writeSecrets();
        Ended migration =
                installed.migrate(
                        Map.of(
                                "ASSAY_DB_URL", database.jdbcUrl(),
                                "ASSAY_DB_OWNER", database.ownerName(),
                                "ASSAY_DB_OWNER_PASSWORD", database.ownerPassword(),
                                "ASSAY_DB_WEB_PASSWORD_FILE",
                                        secrets.resolve("assay.database.web.password").toString(),
                                "ASSAY_DB_WORKER_PASSWORD_FILE",
                                        secrets.resolve("assay.database.worker.password")
                                                .toString(),
                                "ASSAY_DB_SELFID_PASSWORD", database.rolePasswords().selfId()));
        assertThat(migration.exitCode()).as(migration.output()).isZero();
        settings = writeSettings(secrets);
        node = Node.start(installed, settings, freePort(), freePort());
        try {
            Eventually.get(ProductionIT::isReady, ready -> ready || !node.isAlive());
            assertThat(node.isAlive()).as(String.join("\n", node.lines())).isTrue();
            hire();
        } catch (RuntimeException | Error failure) {
            node.close();
            throw failure;
        }
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void aStartsEmptyWithItsMetricsOnAPortOfTheirOwn() {
        assertThat(number("select count(*) from job")).isZero();
        assertThat(ApiClient.at(node.management()).get("/actuator/prometheus").expect(200).text())
                .contains(
                        "hikaricp_connections_active{",
                        "hikaricp_connections_pending{",
                        "pool=\"assay_web\"",
                        "pool=\"assay_worker\"");
        assertThat(ApiClient.at(node.address()).get("/actuator/prometheus").status())
                .isEqualTo(404);
        ApiClient.at(node.address()).get("/readyz").expect(200);
    }

    @Test
    void bServesPeopleAndWritesDownNothingAboutThem() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        ApiClient rita =
                ApiClient.at(node.address())
                        .as(Person.RITA)
                        .with("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");
        HiringDesk desk = new HiringDesk(rita);
        String job = desk.openJob();
        String email = MARK.toLowerCase(Locale.ROOT) + "@mail.example";
        ObjectNode application = HiringDesk.application(email, badge(email));
        ((ObjectNode) application.path("candidate")).put("familyName", MARK).put("phone", MARK);
        desk.submit(job, application).expect(201);
        goWrong(rita, job, application);

        node.lines().forEach(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
        assertThat(node.lines())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("quillivant"));
        List<JsonNode> ofTheTrace =
                node.lines().stream()
                        .map(JSON::readTree)
                        .filter(line -> traceId.equals(line.path("traceId").asString("")))
                        .toList();
        assertThat(ofTheTrace)
                .extracting(line -> line.path("http").path("route").asString(""))
                .contains("/v1/jobs/{id}/applications", "unmatched");
        assertThat(number("select count(*) from application")).isOne();
    }

    @Test
    void cGoesInGoodOrderWhenItIsToldTo() throws Exception {
        assertThat(node.terminate()).isEqualTo(128 + 15);

        assertThat(node.lines()).anyMatch(line -> line.contains("going: not ready any more"));
    }

    @Test
    void dRefusesToStartWithTheSamplesSecretsAndNamesEverythingThatIsWrong() throws Exception {
        Ended refused =
                ExecutableJar.run(
                        Map.of("ASSAY_CONSOLE_SIGNIN_CLIENTSECRET", SampleRealm.CONSOLE_SECRET),
                        List.of(
                                "-jar",
                                installed.jar().toString(),
                                "--assay.database.web.pasword=x",
                                "--assay.identity.issuer=http://login.example/realms/assay"));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .contains("Assay does not start with this configuration")
                .contains("assay.database.url is missing")
                .contains("assay.database.web.password is missing")
                .contains("assay.secrets.master-key-file is missing")
                .contains("is assay.database.web.password meant?")
                .contains("assay.identity.issuer must be an https address")
                .contains("is the sample's, which everybody knows")
                .doesNotContain(SampleRealm.CONSOLE_SECRET)
                .doesNotContain("\tat ");
    }

    /** Everything a caller can do wrong with a person's data in hand. */
    private static void goWrong(ApiClient rita, String job, ObjectNode application) {
        String applications = "/v1/jobs/" + job + "/applications";
        rita.post(applications, "{\"candidate\": " + MARK).expect(400);
        rita.post(applications, "{\"candidate\": {\"" + MARK + "\": 1}}").expect(400);
        ObjectNode wrongType = application.deepCopy();
        ((ObjectNode) wrongType.path("candidate")).put("emailVerified", MARK);
        rita.post(applications, wrongType.toString()).expect(400);
        ObjectNode zero = application.deepCopy();
        ((ObjectNode) zero.path("candidate")).put("givenName", MARK + "\0");
        rita.post(applications, zero.toString());
        rita.get("/v1/skills?q=" + MARK).expect(200);
        rita.get("/v1/jobs/" + MARK).expect(404);
        rita.get("/v1/" + MARK).expect(404);
        rita.get("/v1/jobs?after=" + MARK);
        rita.with("Assay-Employer", MARK).get("/v1/jobs").expect(403);
        rita.with("If-Match", MARK).call("PATCH", "/v1/jobs/" + job, ApiClient.JSON, new byte[0]);
        rita.post("/v1/credentials/verify?candidateEmail=" + MARK, "{\"id\": \"" + MARK + "\"}");
        rita.post("/v1/credentials/verify", "text/" + MARK, MARK.getBytes(StandardCharsets.UTF_8));
        ApiAnswer strange = rita.call(MARK.toUpperCase(Locale.ROOT), "/v1/jobs");
        assertThat(strange.status()).isGreaterThanOrEqualTo(400);
        ApiClient.at(node.address()).withToken(MARK).get("/v1/jobs").expect(401);
        ApiClient.at(node.address()).get("/console/" + MARK + "?q=" + MARK);
        ApiClient.at(node.address())
                .get("/login/oauth2/code/keycloak?code=" + MARK + "&state=" + MARK);
    }

    private static ObjectNode badge(String email) {
        return new Badges().badge(email, "https://skills.example/" + MARK);
    }

    private static Path writeSecrets() throws IOException {
        Path secrets =
                Files.createDirectory(
                        directory.resolve("secrets"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        Map<String, String> files = new HashMap<>();
        files.put("assay.database.web.password", database.rolePasswords().web());
        files.put("assay.database.worker.password", database.rolePasswords().worker());
        files.put("assay.console.sign-in.client-secret", key.substring(0, 30));
        files.put("assay.identity.admin.client-secret", key.substring(1, 31));
        files.put("master.key", key);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(secrets.resolve(file.getKey()), file.getValue() + "\n");
        }
        return secrets;
    }

    /** The example of the guide, with what it says to change changed. */
    private static Path writeSettings(Path secrets) throws IOException {
        String example =
                Files.readString(
                        Path.of(
                                System.getProperty("assay.root"),
                                "docs",
                                "production",
                                "application.yml"));
        String ours =
                example.replace("/etc/assay/secrets", secrets.toString())
                        .replace(
                                "jdbc:postgresql://db.internal.example/assay?sslmode=verify-full",
                                database.jdbcUrl())
                        .replace(
                                "https://login.example/realms/assay",
                                TestKeycloak.get().issuer().toString())
                        .replace("notice: 5s", "notice: 1s");
        assertThat(ours).contains(database.jdbcUrl(), TestKeycloak.get().issuer().toString());
        return Files.writeString(
                directory.resolve("application.yml"),
                ours + "logging:\n  level:\n    dev.assay: debug\n");
    }

    /** The first employer, as rows: nobody has a console yet to do it with. */
    private static void hire() {
        String employer = "01a20ada-2c00-7a00-8000-00000000a11a";
        execute(
                "insert into employer (id, alias, name, organization_id, created_at) values ('%s', '%s', 'Harbor', '%s', now())"
                        .formatted(
                                employer,
                                Organization.HARBOR_ANALYTICS.alias(),
                                Organization.HARBOR_ANALYTICS.id()));
        execute(
                "insert into membership (employer_id, subject, role, created_at) values ('%s', '%s', 'recruiter', now())"
                        .formatted(employer, Person.RITA.subject()));
    }

    private static boolean isReady() {
        try {
            return ApiClient.at(node.management()).get("/actuator/health/readiness").status()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void execute(String sql) {
        try (Connection owner = database.ownerDataSource().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long number(String query) {
        try (Connection owner = database.ownerDataSource().getConnection();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
