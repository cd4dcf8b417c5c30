package dev.assay.hiring.compliance;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.evidence.Evidence;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.source.DocumentSource;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.LogWatch;
import dev.assay.hiring.testkit.Traces;
import dev.assay.hiring.testkit.WebSchool;
import dev.assay.hiring.testkit.WithApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything of a person is given out on request, and is gone for good when it was erased. */
@WithApplication
class ErasureIT {

    private static final String NOBODY = "01a20ada-2c00-7a00-8000-0000000000ff";
    private static final JsonMapper JSON = new JsonMapper();

    private final ApplicationUnderTest application;
    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final String sql;
    private final Badges school = new Badges();

    ErasureIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(application, "SQL");
    }

    @Nested
    class Exporting {

        @Test
        void givesOutEverythingAsItWasReceived() throws Exception {
            ObjectNode sent = new MarkedPerson(school, sql).submission();
            ApiAnswer filed = desk.submit(desk.openJob(requirement(sql, 1)), sent).expect(201);
            String candidate = filed.json().required("candidateId").asString();

            ApiAnswer export = hana.get("/v1/candidates/" + candidate + "/export").expect(200);

            assertThat(export.header("Content-Type")).contains("application/zip");
            assertThat(export.header("Cache-Control")).contains("no-store");
            Map<String, byte[]> files = export.unzipped();
            String own = "applications/" + filed.id();
            assertThat(files).containsKeys(own + "/application.json", own + "/received.json");
            assertThat(files.get(own + "/received.json")).isEqualTo(JSON.writeValueAsBytes(sent));
            String badge = "credentials/" + verified(filed);
            assertThat(files.get(badge + "/document"))
                    .isEqualTo(JSON.writeValueAsBytes(sent.at("/credentials/0/document")));
            assertThat(text(files, badge + "/verifications.json")).contains(MarkedPerson.BADGE);
            assertThat(text(files, "scores/" + filed.id() + ".json")).contains("inputsDigest");
            assertThat(text(files, "audit/" + candidate + ".json"))
                    .contains("candidate.admitted", "application.filed", "credential.verified");
            assertThat(text(files, "profile/" + candidate + ".json"))
                    .contains(MarkedPerson.GIVEN, MarkedPerson.EMAIL, MarkedPerson.PHONE);
            assertManifestNamesEveryFile(files);
            hana.with("If-Match", etag(candidate))
                    .call("DELETE", "/v1/candidates/" + candidate)
                    .expect(204);
        }

        @Test
        void givesOutWhatEachVerdictRestsOnSoThatItCanBeHadAgainOffline() throws Exception {
            WebSchool far = new WebSchool();
            ApiAnswer filed =
                    desk.submit(
                                    desk.openJob(requirement(sql, 1)),
                                    HiringDesk.application(
                                            "far@example.org", far.badge("far@example.org", sql)))
                            .expect(201);
            String candidate = filed.json().required("candidateId").asString();
            far.publishKeys(application.web());
            Eventually.get(
                    () -> rita.get("/v1/applications/" + filed.id()).json(),
                    now ->
                            now.at("/credentials/0/verification/outcome")
                                    .asString()
                                    .equals("verified"));

            Map<String, byte[]> files =
                    hana.get("/v1/candidates/" + candidate + "/export").expect(200).unzipped();

            String badge = "credentials/" + filed.json().at("/credentials/0/id").asString();
            assertThat(outcomeAgain(files, badge + "/evidence-1.json"))
                    .isEqualTo(Outcome.INDETERMINATE);
            assertThat(outcomeAgain(files, badge + "/evidence-2.json")).isEqualTo(Outcome.VERIFIED);
            assertThat(text(files, badge + "/evidence-2.json")).contains(far.address("/"));
        }

        /** By nothing but what is in the file: the network and today's date are not asked. */
        private Outcome outcomeAgain(Map<String, byte[]> files, String name) {
            Evidence evidence =
                    Evidence.read(JSON.readTree(text(files, name)))
                            .orElseThrow(AssertionError::new);
            return CredentialVerifier.create(
                            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                            DocumentSource.none(),
                            VerificationPolicy.standard())
                    .replay(evidence, new Recipient(Set.of("far@example.org"), Set.of(), Set.of()))
                    .outcome();
        }

        @Test
        void isForHrAdminsAlone() {
            String candidate = admitted("export@example.org");

            rita.get("/v1/candidates/" + candidate + "/export").expectProblem(403, "forbidden");
            hana.get("/v1/candidates/" + NOBODY + "/export").expectProblem(404, "not-found");
        }

        private String verified(ApiAnswer filed) {
            for (JsonNode credential : filed.json().path("credentials")) {
                if (credential.at("/verification/outcome").asString().equals("verified")) {
                    return credential.path("id").asString();
                }
            }
            throw new AssertionError("nothing was verified: " + filed.text());
        }

        private void assertManifestNamesEveryFile(Map<String, byte[]> files) throws Exception {
            Map<String, String> digests = new LinkedHashMap<>();
            for (JsonNode file : JSON.readTree(files.remove("manifest.json")).path("files")) {
                digests.put(file.path("name").asString(), file.path("sha256").asString());
            }
            assertThat(digests.keySet()).containsExactlyInAnyOrderElementsOf(files.keySet());
            for (var file : files.entrySet()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getValue());
                assertThat(digests).containsEntry(file.getKey(), HexFormat.of().formatHex(digest));
            }
        }
    }

    @Nested
    class Erasing {

        private final String job = desk.openJob(requirement(sql, 1));

        @Test
        void leavesNoTraceInAnyTableFileOrLog(TestDatabase database) throws Exception {
            Traces traces = Traces.of(MarkedPerson.everything());
            try (LogWatch log = LogWatch.begin()) {
                ApiAnswer filed =
                        desk.submit(job, new MarkedPerson(school, sql).submission()).expect(201);
                String candidate = filed.json().required("candidateId").asString();
                rita.patch("/v1/candidates/" + candidate, etag(candidate), "{\"phone\":\"none\"}")
                        .expect(200);
                rita.patch(
                                "/v1/candidates/" + candidate,
                                etag(candidate),
                                "{\"phone\":\"%s\"}".formatted(MarkedPerson.PHONE))
                        .expect(200);
                repeatWithKey(candidate);
                acceptForLater();
                askWhatIsRefused(job);
                failInTheDatabase(database);
                rita.post(
                                "/v1/applications/" + filed.id() + "/transitions",
                                "{\"to\":\"rejected\",\"reason\":\"not-eligible\",\"overrideReason\":\"%s\"}"
                                        .formatted(MarkedPerson.OVERRIDE))
                        .expect(200);
                as(database, "analyze");

                assertAllIsThere(traces, database);

                hana.with("If-Match", etag(candidate))
                        .call("DELETE", "/v1/candidates/" + candidate)
                        .expect(204);

                assertThat(traces.inTables(database.superuser())).isEmpty();
                // What PostgreSQL left behind in pages is gone when the tables are written anew.
                for (String table : readableTables(database)) {
                    as(database, "vacuum (full) " + table);
                }
                assertThat(filesWithTraces(traces, database)).isEmpty();
                assertThat(traces.in(log.text())).isEmpty();
                assertThat(log.text()).contains("check constraint");
            }
        }

        /** The search would find what is there: in plain text what is, and sealed nothing else. */
        private void assertAllIsThere(Traces traces, TestDatabase database) throws Exception {
            Collection<String> rows = traces.inTables(database.superuser());
            Collection<String> files = filesWithTraces(traces, database);
            for (String word : MarkedPerson.READABLE) {
                assertThat(rows).as(word).anyMatch(found -> found.contains(word));
                assertThat(files).as(word).anyMatch(found -> found.contains(word));
            }
            for (String word : MarkedPerson.SEALED) {
                assertThat(rows).as(word).noneMatch(found -> found.contains(word));
                assertThat(files).as(word).noneMatch(found -> found.contains(word));
            }
            assertThat(rows).noneMatch(found -> found.startsWith("pg_statistic"));
        }

        /** The answer is kept, for whoever asks again. */
        private void repeatWithKey(String candidate) {
            ObjectNode body = new MarkedPerson(school, sql).submission();
            String other = desk.openJob(requirement(sql, 1));
            for (int i = 0; i < 2; i++) {
                ApiAnswer filed =
                        rita.with("Idempotency-Key", "keyed-" + other)
                                .post("/v1/jobs/" + other + "/applications", body.toString())
                                .expect(201);
                assertThat(filed.json().path("candidateId").asString()).isEqualTo(candidate);
            }
        }

        /** What is accepted for later waits with all that was sent. */
        private void acceptForLater() {
            String operation =
                    rita.with("Prefer", "respond-async")
                            .post(
                                    "/v1/jobs/" + desk.openJob() + "/applications",
                                    new MarkedPerson(school, sql).submission().toString())
                            .expect(202)
                            .id();
            Eventually.get(
                    () -> rita.get("/v1/operations/" + operation).json().path("state").asString(),
                    "succeeded"::equals);
        }

        /** Callers learn what was wrong with what they sent; the log does not. */
        private void askWhatIsRefused(String job) {
            ObjectNode twice = new MarkedPerson(school, sql).submission();
            desk.submit(job, twice).expectProblem(409, "already-applied");
            twice.put(MarkedPerson.BROKEN, 1);
            desk.submit(job, twice).expectProblem(400, "unknown-field", "/" + MarkedPerson.BROKEN);
            rita.get("/v1/candidates?after=" + MarkedPerson.BROKEN)
                    .expectProblem(422, "invalid-input", "/after");
            rita.post(
                            "/v1/credentials/verify?candidateEmail=" + MarkedPerson.EMAIL,
                            "{\"name\":\"" + MarkedPerson.BADGE + "\"}")
                    .expect(200);
            rita.post("/v1/jobs/" + job + "/applications", MarkedPerson.BROKEN + "{")
                    .expectProblem(400, "malformed-json");
        }

        /** The server's own words on a row it refuses quote the row. */
        private void failInTheDatabase(TestDatabase database) throws SQLException {
            as(
                    database,
                    "alter table candidate add constraint drill check (phone <> '%s') not valid"
                            .formatted("+1 drill"));
            ObjectNode refused = new MarkedPerson(school, sql).submission();
            refused.withObjectProperty("candidate")
                    .put("phone", "+1 drill")
                    .put("emailVerified", false);
            desk.submit(job, refused).expect(500);
            as(database, "alter table candidate drop constraint drill");
        }

        private Collection<String> filesWithTraces(Traces traces, TestDatabase database)
                throws SQLException, IOException {
            as(database, "checkpoint");
            String own =
                    "base/"
                            + value(
                                    database,
                                    "select oid from pg_database where datname = current_database()");
            Path data = Path.of(value(database, "show data_directory"));
            // Not the write-ahead log: it is kept for recovery, and recycled by itself. Nor other
            // tests' databases.
            return traces.inFiles(
                    data,
                    file -> {
                        Path path = data.relativize(file);
                        return !path.startsWith("pg_wal")
                                && (!path.startsWith("base") || path.startsWith(own));
                    });
        }

        private List<String> readableTables(TestDatabase database) throws Exception {
            try (Connection connection = database.ownerDataSource().getConnection()) {
                return new PersonalDataCensus(
                                connection,
                                application.beans(PersonalDataHolder.class),
                                PersonalDataCensus.freeOfPersonalData())
                        .readableTables();
            }
        }

        @Test
        void looksAfterwardsLikeAPersonWhoNeverWas() {
            String candidate = admitted("gone@example.org");
            String tag = etag(candidate);
            hana.with("If-Match", tag).call("DELETE", "/v1/candidates/" + candidate).expect(204);

            hana.get("/v1/candidates/" + candidate).expectProblem(404, "not-found");
            hana.get("/v1/candidates/" + candidate + "/export").expectProblem(404, "not-found");
            hana.patch("/v1/candidates/" + candidate, tag, "{}").expectProblem(404, "not-found");
            hana.with("If-Match", tag)
                    .call("DELETE", "/v1/candidates/" + candidate)
                    .expectProblem(404, "not-found");
            assertThat(hana.get("/v1/candidates?limit=200").text()).doesNotContain(candidate);
            assertThat(admitted("gone@example.org")).isNotEqualTo(candidate);
        }

        @Test
        void keepsScoresAndVerdictsOfSomebodyNobodyKnows() {
            String skill = HiringDesk.newSkill(application, "Welding");
            String opening = desk.openJob(requirement(skill, 1));
            String email = "scored@example.org";
            ApiAnswer filed =
                    desk.submit(opening, HiringDesk.application(email, school.badge(email, skill)))
                            .expect(201);
            String path = "/v1/applications/" + filed.id();
            String history = rita.get(path + "/score/history").text();

            erase(filed.json().required("candidateId").asString());

            JsonNode after = rita.get(path).expect(200).json();
            assertThat(after.path("phase").asString()).isEqualTo("withdrawn");
            assertThat(after.path("score")).isEqualTo(filed.json().path("score"));
            JsonNode verification = after.path("credentials").path(0).path("verification");
            assertThat(verification.path("outcome").asString()).isEqualTo("verified");
            assertThat(verification.path("credential").isNull()).isTrue();
            assertThat(rita.get(path + "/score/history").text()).isEqualTo(history);
            for (String lane : List.of("ranked", "no-evidence")) {
                assertThat(
                                rita.get("/v1/jobs/" + opening + "/ranking?lane=" + lane)
                                        .json()
                                        .path("items"))
                        .isEmpty();
            }
        }

        @Test
        void writesDownThatItWasDoneAndWhyAndNothingElse(TestDatabase database) throws Exception {
            String candidate = admitted("audited@example.org");

            hana.with("If-Match", etag(candidate))
                    .call("DELETE", "/v1/candidates/" + candidate + "?reason=retention-expired")
                    .expect(204);

            assertThat(
                            value(
                                    database,
                                    "select detail::text from audit_entry where action = 'candidate.erased'"
                                            + " and subject_id = '%s'".formatted(candidate)))
                    .isEqualTo("{\"reason\": \"retention-expired\"}");
        }

        @Test
        void wantsTheVersionThatWasRead() {
            String candidate = admitted("version@example.org");
            String path = "/v1/candidates/" + candidate;
            String read = etag(candidate);

            hana.call("DELETE", path).expectProblem(428, "precondition-required");
            rita.patch(path, read, "{\"phone\":\"1\"}").expect(200);
            hana.with("If-Match", read).call("DELETE", path).expectProblem(412, "stale-version");
            hana.get(path).expect(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"because", "SUBJECT-REQUEST"})
        void wantsAReasonItKnows(String reason) {
            String candidate = admitted("reason@example.org");

            hana.with("If-Match", etag(candidate))
                    .call("DELETE", "/v1/candidates/" + candidate + "?reason=" + reason)
                    .expectProblem(422, "invalid-input", "/reason");
        }

        @Test
        void isForHrAdminsAlone() {
            String candidate = admitted("forbidden@example.org");

            rita.with("If-Match", etag(candidate))
                    .call("DELETE", "/v1/candidates/" + candidate)
                    .expectProblem(403, "forbidden");
        }

        @Test
        void takesEverybodyWithItWhoIsTheSamePerson(TestDatabase database) throws Exception {
            String survivor = admitted("both@example.org");
            String other = unconfirmed("both@example.org");
            rita.with("If-Match", etag(survivor))
                    .post(
                            "/v1/candidates/" + survivor + "/merge",
                            "{\"candidateId\":\"%s\"}".formatted(other))
                    .expect(200);

            erase(other);

            hana.get("/v1/candidates/" + survivor).expectProblem(404, "not-found");
            assertThat(
                            value(
                                    database,
                                    "select count(*) from person_key where person_id in ('%s', '%s')"
                                            .formatted(survivor, other)))
                    .isEqualTo("0");
        }

        private void erase(String candidate) {
            hana.with("If-Match", etag(candidate))
                    .call("DELETE", "/v1/candidates/" + candidate)
                    .expect(204);
        }

        private String unconfirmed(String email) {
            ObjectNode submission = HiringDesk.application(email);
            submission.withObjectProperty("candidate").put("emailVerified", false);
            return desk.submit(job, submission)
                    .expect(201)
                    .json()
                    .required("candidateId")
                    .asString();
        }
    }

    private String admitted(String email) {
        return desk.submit(desk.openJob(requirement(sql, 1)), HiringDesk.application(email))
                .expect(201)
                .json()
                .required("candidateId")
                .asString();
    }

    private String etag(String candidate) {
        return hana.get("/v1/candidates/" + candidate).expect(200).etag();
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.getOrDefault(name, new byte[0]), UTF_8);
    }

    private static void as(TestDatabase database, String statement) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static String value(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement run = connection.createStatement();
                var row = run.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
