package dev.assay.hiring.intake.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.intake.Imports;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applications by the thousand. */
@WithApplication
class ImportsIT {

    private static final Set<String> FINAL = Set.of("succeeded", "failed", "cancelled");
    private static final JsonMapper JSON = new JsonMapper();

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private String skill = "";
    private String job = "";

    ImportsIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
    }

    @BeforeEach
    void openAJob() {
        skill = HiringDesk.newSkill(node, "SQL");
        job = desk.openJob(requirement(skill, 3));
    }

    @Test
    void dealsWithEachLineByItself() {
        Badges school = new Badges();
        String before = desk.apply(job, "known@example.org");
        String good = line("kim@example.org", school.badge("kim@example.org", skill));
        String body =
                String.join(
                        "\n",
                        "\uFEFF" + good,
                        "",
                        "{\"candidate\":{\"givenName\":\"Ash\",\"familyName\":\"Vale\",\"email\":\"ash\"}}",
                        "{\"candidate\":",
                        line("known@example.org"),
                        line("lou@example.org") + "\r",
                        good);

        ApiAnswer accepted = send("", body).expect(202);
        JsonNode over = over(accepted.id());

        assertThat(accepted.header("Location")).contains("/v1/operations/" + accepted.id());
        assertThat(accepted.json().path("kind").asString()).isEqualTo("application-import");
        assertThat(over.path("state").asString()).as(over.toString()).isEqualTo("succeeded");
        assertThat(over.path("done").asInt()).isEqualTo(6);
        assertThat(over.path("total").asInt()).isEqualTo(6);
        assertThat(over.path("errorCount").asInt()).isEqualTo(3);
        assertThat(over.path("errors").get(0).path("item").asInt()).isEqualTo(3);

        List<JsonNode> lines = lines(over);
        assertThat(lines)
                .extracting(
                        line -> line.path("line").asInt(),
                        line -> line.path("outcome").asString(),
                        line -> line.path("code").asString("none"))
                .containsExactly(
                        tuple(1, "created", "none"),
                        tuple(3, "invalid", "invalid-input"),
                        tuple(4, "invalid", "malformed-json"),
                        tuple(5, "refused", "already-applied"),
                        tuple(6, "created", "none"),
                        tuple(7, "existing", "none"));
        assertThat(lines.get(1).path("errors").get(0).path("pointer").asString())
                .isEqualTo("/candidate/email");
        assertThat(lines.get(0).path("credentials").asInt()).isEqualTo(1);
        assertThat(lines.get(0).path("verified").asInt()).isEqualTo(1);
        String made = lines.get(0).path("applicationId").asString();
        assertThat(lines.get(5).path("applicationId").asString()).isEqualTo(made);
        JsonNode filed = rita.get("/v1/applications/" + made).expect(200).json();
        assertThat(filed.path("jobId").asString()).isEqualTo(job);
        assertThat(filed.path("score").path("requirements")).hasSize(1);
        assertThat(applicationsOfJob()).contains(before, made).hasSize(3);
    }

    /** They are filed together, and yet each as if it had been handed in alone. */
    @Test
    void tellsApartWhoComesInOneStep() {
        Badges school = new Badges();
        new Registry(api).register(school.issuerId(), "trusted");
        String other = desk.openJob(requirement(skill, 3));
        desk.apply(other, "kay@example.org");
        ObjectNode again = application("ann@example.org");
        again.putObject("source").put("channel", "another way");
        ObjectNode unconfirmed = application("ann@example.org");
        unconfirmed.withObjectProperty("candidate").put("emailVerified", false);
        ObjectNode unconfirmedToo = unconfirmed.deepCopy();
        unconfirmedToo.putObject("source").put("channel", "another way");
        ObjectNode consenting = application("cem@example.org");
        consenting
                .putArray("consents")
                .addObject()
                .put("purpose", "talent-pool")
                .put("textVersion", "1");
        String body =
                Stream.of(
                                application(
                                        "ann@example.org",
                                        school.badge("ann@example.org", skill, 3)),
                                again,
                                again,
                                unconfirmed,
                                consenting,
                                unconfirmedToo,
                                application(
                                        "kay@example.org",
                                        school.badge("kay@example.org", skill, 3)))
                        .map(JSON::writeValueAsString)
                        .collect(Collectors.joining("\n"));

        List<JsonNode> lines = lines(over(send("", body).expect(202).id()));

        assertThat(lines)
                .extracting(
                        line -> line.path("outcome").asString(),
                        line -> line.path("code").asString("none"))
                .containsExactly(
                        tuple("created", "none"),
                        tuple("refused", "already-applied"),
                        tuple("refused", "already-applied"),
                        tuple("created", "none"),
                        tuple("created", "none"),
                        tuple("created", "none"),
                        tuple("created", "none"));
        JsonNode ann = desk.score(lines.getFirst().path("applicationId").asString());
        JsonNode kay = desk.score(lines.getLast().path("applicationId").asString());
        assertThat(ann.path("score").asInt()).isPositive().isEqualTo(kay.path("score").asInt());
        assertThat(
                        rita.get(
                                        "/v1/applications/"
                                                + lines.getFirst().path("applicationId").asString()
                                                + "/score/history")
                                .expect(200)
                                .json()
                                .path("items"))
                .hasSize(1);
        assertThat(
                        lines.stream()
                                .filter(line -> line.path("outcome").asString().equals("created"))
                                .map(line ->
                                        rita.get(
                                                        "/v1/applications/"
                                                                + line.path("applicationId")
                                                                        .asString())
                                                .json()
                                                .path("candidateId")
                                                .asString()))
                .doesNotHaveDuplicates();
    }

    /** More lines than one step deals with. */
    @Test
    void sentAgainItMakesNothingTwice() {
        String body =
                IntStream.range(0, 120)
                        .mapToObj(i -> line(i + "@" + UUID.randomUUID() + ".example"))
                        .collect(Collectors.joining("\n"));

        List<JsonNode> first = lines(over(send("", body).expect(202).id()));
        List<JsonNode> second = lines(over(send("", body).expect(202).id()));

        assertThat(first)
                .hasSize(120)
                .allSatisfy(
                        line -> assertThat(line.path("outcome").asString()).isEqualTo("created"));
        assertThat(second)
                .allSatisfy(
                        line -> assertThat(line.path("outcome").asString()).isEqualTo("existing"))
                .extracting(line -> line.path("applicationId").asString())
                .containsExactlyElementsOf(
                        first.stream().map(line -> line.path("applicationId").asString()).toList());
    }

    @Test
    void aDryRunTellsWhatWouldBecomeOfEachLineAndFilesNothing() {
        Badges school = new Badges();
        desk.apply(job, "known@example.org");
        String body =
                String.join(
                        "\n",
                        line("kim@example.org", school.badge("kim@example.org", skill)),
                        line("known@example.org"),
                        "[]");

        List<JsonNode> lines = lines(over(send("?dryRun=true", body).expect(202).id()));

        assertThat(lines)
                .extracting(line -> line.path("outcome").asString())
                .containsExactly("valid", "refused", "invalid");
        assertThat(lines.getFirst().path("verified").asInt()).isEqualTo(1);
        assertThat(lines.getFirst().path("applicationId").isNull()).isTrue();
        assertThat(applicationsOfJob()).hasSize(1);
        assertThat(
                        lines(over(send("", body).expect(202).id())).stream()
                                .map(line -> line.path("outcome").asString()))
                .containsExactly("created", "refused", "invalid");
    }

    @Test
    void aKeyStandsForOneImport() {
        ApiClient keyed = rita.with("Idempotency-Key", UUID.randomUUID().toString());
        String body = line("una@example.org");

        String first = send(keyed, "", body).expect(202).id();
        ApiAnswer again = send(keyed, "", body).expect(202);

        assertThat(again.id()).isEqualTo(first);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        send(keyed, "", body + "\n" + body).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void refusesWhatCanBeRefusedAtOnce() {
        String draft =
                rita.post("/v1/jobs", "{\"title\":\"A draft\",\"description\":\"Not open.\"}")
                        .expect(201)
                        .id();

        rita.post(
                        "/v1/jobs/" + draft + "/applications/import",
                        "application/x-ndjson",
                        bytes(line("kai@example.org")))
                .expectProblem(409, "job-not-open");
        send("", "\n \r\n").expectProblem(422, "invalid-input", "");
        rita.post("/v1/jobs/" + job + "/applications/import", line("kai@example.org")).expect(415);
        send(api.as(Person.ADA), "", line("kai@example.org")).expectProblem(403, "forbidden");
    }

    @Test
    void whatBreaksOffHalfwayLeavesNothing(TestDatabase database) throws SQLException {
        long before = imports(database);
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(bytes(line("zoe@example.org") + "\n")),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("gone");
                            }
                        });

        assertThatThrownBy(() ->
                        node.bean(Imports.class)
                                .receive(
                                        SampleMembers.administratorOf(SampleMembers.HARBOR),
                                        new JobId(UUID.fromString(job)),
                                        false,
                                        broken))
                .hasMessage("gone");

        assertThat(imports(database)).isEqualTo(before);
    }

    @Test
    void anErasedPersonsLineMayComeAgain() {
        String body = line("ivo@example.org");
        JsonNode made = lines(over(send("", body).expect(202).id())).getFirst();
        String candidate =
                rita.get("/v1/applications/" + made.path("applicationId").asString())
                        .json()
                        .path("candidateId")
                        .asString();
        ApiClient hana = api.as(Person.HANA);
        String etag = hana.get("/v1/candidates/" + candidate).expect(200).etag();
        hana.with("If-Match", etag).call("DELETE", "/v1/candidates/" + candidate);

        JsonNode anew = lines(over(send("", body).expect(202).id())).getFirst();

        assertThat(anew.path("outcome").asString()).as(anew.toString()).isEqualTo("created");
        assertThat(anew.path("applicationId")).isNotEqualTo(made.path("applicationId"));
    }

    private ApiAnswer send(String query, String body) {
        return send(rita, query, body);
    }

    private ApiAnswer send(ApiClient caller, String query, String body) {
        return caller.post(
                "/v1/jobs/" + job + "/applications/import" + query,
                "application/x-ndjson",
                bytes(body));
    }

    private JsonNode over(String operation) {
        return Eventually.get(
                () -> rita.get("/v1/operations/" + operation).expect(200).json(),
                answer -> FINAL.contains(answer.path("state").asString()));
    }

    private List<JsonNode> lines(JsonNode operation) {
        return rita.get(operation.path("result").asString())
                .expect(200)
                .text()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private List<String> applicationsOfJob() {
        return Stream.of("", "?lane=no-evidence")
                .flatMap(lane ->
                        rita.get("/v1/jobs/" + job + "/ranking" + lane)
                                .expect(200)
                                .json()
                                .path("items")
                                .valueStream())
                .map(item -> item.path("applicationId").asString())
                .toList();
    }

    private static long imports(TestDatabase database) throws SQLException {
        try (var connection = database.ownerDataSource().getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select (select count(*) from application_import) + (select count(*)"
                                        + " from import_line)")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String line(String email, JsonNode... documents) {
        return JSON.writeValueAsString(application(email, documents));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
