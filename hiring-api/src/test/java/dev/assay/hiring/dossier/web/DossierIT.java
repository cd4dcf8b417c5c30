package dev.assay.hiring.dossier.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Notes, tags, assignees, files, consents and notices: kept, shown, erased, never scored. */
@WithApplication(shared = true)
class DossierIT {

    private final ApiClient api;
    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final String job;
    private final String id;
    private final String candidate;

    DossierIT(ApplicationUnderTest node, ApiClient api) {
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
        this.job = desk.openJob(requirement(HiringDesk.newSkill(node, "SQL"), 1));
        this.id = desk.apply(job, address());
        this.candidate = candidateOf(id);
    }

    @Test
    void keepsNotesSealedWithdrawsThemAndErasesThemWithThePerson(TestDatabase database)
            throws SQLException {
        String first = note("/v1/applications/" + id, "Knows wharf law").id();
        note("/v1/candidates/" + candidate, "Calls after four");

        JsonNode about = notes("/v1/candidates/" + candidate);
        assertThat(about).hasSize(2);
        assertThat(about.path(0).path("text").asString()).isEqualTo("Calls after four");
        assertThat(about.path(1).path("applicationId").asString()).isEqualTo(id);
        assertThat(about.path(1).path("writtenBy").asString())
                .isEqualTo("person:" + Person.RITA.subject());
        assertThat(notes("/v1/applications/" + id)).hasSize(1);
        assertThat(everything(database, "note")).doesNotContain("wharf");

        rita.call("DELETE", "/v1/notes/" + first).expect(204);
        rita.call("DELETE", "/v1/notes/" + first).expect(204);
        JsonNode withdrawn = notes("/v1/applications/" + id).path(0);
        assertThat(withdrawn.path("text").isNull()).isTrue();
        assertThat(withdrawn.path("withdrawnAt").isNull()).isFalse();
        api.as(Person.ADA)
                .post("/v1/candidates/" + candidate + "/notes", "{\"text\":\"x\"}")
                .expect(403);

        hana.with("If-Match", hana.get("/v1/candidates/" + candidate).etag())
                .call("DELETE", "/v1/candidates/" + candidate)
                .expect(204);
        rita.get("/v1/applications/" + id + "/notes").expect(404);
    }

    @Test
    void tagsWithTheEmployersWordsAlone() {
        String name = "nights-" + UUID.randomUUID();
        ApiAnswer tag = hana.post("/v1/tags", "{\"name\":\"%s\"}".formatted(name)).expect(201);
        hana.post("/v1/tags", "{\"name\":\"%s\"}".formatted(name)).expectProblem(409, "name-taken");
        rita.post("/v1/tags", "{\"name\":\"mine\"}").expect(403);

        for (String thing :
                new String[] {"/v1/applications/" + id, "/v1/candidates/" + candidate}) {
            assertThat(tags(thing, name).expect(200).json().at("/items/0/name").asString())
                    .isEqualTo(name);
            tags(thing, "nobodys-word").expectProblem(422, "invalid-input", "/tags/0");
            assertThat(rita.get(thing + "/tags").json().path("items")).hasSize(1);
            String none = "{\"tags\":[]}";
            rita.call("PUT", thing + "/tags", "application/json", none.getBytes(UTF_8))
                    .expectProblem(428, "precondition-required");
            rita.with("If-Match", "\"1\"")
                    .call("PUT", thing + "/tags", "application/json", none.getBytes(UTF_8))
                    .expectProblem(400, "malformed-etag");
            String seen = rita.get(thing + "/tags").etag();
            ApiClient late = rita.with("If-Match", seen);
            assertThat(tags(thing, name).expect(200).etag()).isEqualTo(seen);
            late.call("PUT", thing + "/tags", "application/json", none.getBytes(UTF_8)).expect(200);
            late.call("PUT", thing + "/tags", "application/json", none.getBytes(UTF_8))
                    .expectProblem(412, "stale-version");
            tags(thing, name).expect(200);
        }
        assertThat(rita.get("/v1/applications?tag=" + tag.id()).json().path("items"))
                .extracting(row -> row.path("id").asString())
                .containsExactly(id);
        hana.patch("/v1/tags/" + tag.id(), tag.etag(), "{\"retired\":true}").expect(200);
        tags("/v1/applications/" + id, name).expect(200);
        tags("/v1/applications/" + desk.apply(job, address()), name)
                .expectProblem(422, "invalid-input", "/tags/0");
    }

    @Test
    void assignsToSomebodyWhoSeesTheApplication() {
        JsonNode members = hana.get("/v1/members").json().path("items");
        String ritas = memberOf(members, "rita");
        String adas = memberOf(members, "ada");
        String path = "/v1/applications/" + id + "/assignee";

        assertThat(put(path, assignee(ritas)).expect(200).json()).isEqualTo(rita.get(path).json());
        assertThat(rita.get(path).json().path("memberId").asString()).isEqualTo(ritas);
        String looksAfter = "/v1/applications?jobId=" + job + "&assignee=";
        assertThat(rita.get(looksAfter + ritas).json().path("items"))
                .extracting(row -> row.path("id").asString())
                .containsExactly(id);
        assertThat(rita.get(looksAfter + adas).json().path("items")).isEmpty();
        put(path, assignee(adas)).expectProblem(422, "invalid-input", "/memberId");
        put("/v1/jobs/" + job + "/team/" + adas, "").expect(204);
        String before = rita.get(path).etag();
        put(path, assignee(adas)).expect(200);
        rita.call("DELETE", path).expectProblem(428, "precondition-required");
        rita.with("If-Match", before).call("DELETE", path).expectProblem(412, "stale-version");
        rita.with("If-Match", before)
                .call("PUT", path, "application/json", assignee(ritas).getBytes(UTF_8))
                .expectProblem(412, "stale-version");
        assertThat(rita.get(path).json().path("memberId").asString()).isEqualTo(adas);
        rita.with("If-Match", rita.get(path).etag()).call("DELETE", path).expect(204);
        assertThat(rita.get(path).json().path("memberId").isNull()).isTrue();
    }

    @Test
    void keepsFilesAsTheyCameAndHandsThemOutToBeSavedOnly(TestDatabase database)
            throws SQLException {
        ObjectNode body = application(address());
        body.putArray("attachments")
                .addObject()
                .put("name", "../cv.exe")
                .put("content", b64("My cv"));
        body.putArray("consents")
                .add(true)
                .addObject()
                .put("purpose", "talent-pool")
                .put("textVersion", "2026-03");
        String filed = desk.submit(job, body).expect(201).id();

        JsonNode file = files("/v1/applications/" + filed).path(0);
        assertThat(file.path("name").asString()).isEqualTo("cv.exe.txt");
        assertThat(file.path("mediaType").asString()).isEqualTo("text/plain");
        ApiAnswer download = rita.get("/v1/attachments/" + file.path("id").asString()).expect(200);
        assertThat(download.text()).isEqualTo("My cv");
        assertThat(download.header("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("cv.exe.txt");
        assertThat(download.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(download.header("Content-Security-Policy").orElseThrow()).contains("sandbox");
        assertThat(everything(database, "attachment"))
                .doesNotContain("cv.exe", "My cv", b64("My cv"));

        JsonNode consent =
                rita.get("/v1/candidates/" + candidateOf(filed) + "/consents")
                        .json()
                        .at("/items/0");
        assertThat(consent.path("applicationId").asString()).isEqualTo(filed);
        String consentId = consent.path("id").asString();
        assertThat(
                        rita.post("/v1/consents/" + consentId + "/withdrawal", "")
                                .expect(200)
                                .json()
                                .path("withdrawnAt")
                                .isNull())
                .isFalse();

        rita.call("DELETE", "/v1/attachments/" + file.path("id").asString()).expect(204);
        rita.get("/v1/attachments/" + file.path("id").asString()).expect(404);
    }

    @Test
    void refusesFilesThatAreNotTakenByTheirPlace() {
        String path = "/v1/applications/" + id + "/attachments";
        rita.post(path, "{\"name\":\"cv.pdf\",\"content\":\"TVqQAAMAAAAEAAAA\"}")
                .expectProblem(422, "invalid-input", "/content");
        rita.post(path, "{\"name\":\"cv.pdf\",\"content\":\"no base 64!\"}")
                .expectProblem(422, "invalid-input", "/content");
        rita.post(
                        path,
                        "{\"name\":\"cv.txt\",\"content\":\"%s\"}"
                                .formatted(b64("x".repeat(5 * 1024 * 1024 + 1))))
                .expectProblem(422, "invalid-input", "/content");
        ObjectNode body = application(address());
        body.putArray("attachments").addObject().put("name", "a").put("content", b64("fine"));
        body.withArrayProperty("attachments").addObject().put("name", "b").put("content", "AAAA");
        desk.submit(job, body).expectProblem(422, "invalid-input", "/attachments/1/content");
        body.withArrayProperty("attachments").removeAll().addObject().put("name", "b");
        desk.submit(job, body).expectProblem(422, "invalid-input", "/attachments/0/content");
        assertThat(files("/v1/applications/" + id)).isEmpty();
    }

    @Test
    void tellsWhichMailsACandidateWasSent() {
        ObjectNode body = application(address());
        body.withObjectProperty("candidate").put("emailVerified", false);
        String path =
                "/v1/candidates/"
                        + candidateOf(desk.submit(job, body).expect(201).id())
                        + "/notices";

        JsonNode notice =
                Eventually.get(
                        () -> ofKind(rita.get(path).expect(200).json(), "confirm-address"),
                        one -> one.path("state").asString("").equals("sent"));

        assertThat(notice.path("textVersion").asString()).hasSize(12);
        JsonNode others = rita.get("/v1/candidates/" + candidate + "/notices").json();
        assertThat(ofKind(others, "confirm-address").isMissingNode()).isTrue();
    }

    private static JsonNode ofKind(JsonNode page, String kind) {
        return page.path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private ApiAnswer note(String about, String text) {
        return rita.post(about + "/notes", "{\"text\":\"%s\"}".formatted(text)).expect(201);
    }

    private JsonNode notes(String about) {
        return rita.get(about + "/notes").expect(200).json().path("items");
    }

    private JsonNode files(String about) {
        return rita.get(about + "/attachments").expect(200).json().path("items");
    }

    private ApiAnswer tags(String thing, String name) {
        return put(thing + "/tags", "{\"tags\":[\"%s\"]}".formatted(name));
    }

    private ApiAnswer put(String path, String body) {
        return body.isEmpty()
                ? rita.call("PUT", path)
                : rita.with("If-Match", rita.get(path).etag())
                        .call("PUT", path, "application/json", body.getBytes(UTF_8));
    }

    private String candidateOf(String application) {
        return rita.get("/v1/applications/" + application).json().path("candidateId").asString();
    }

    private static String memberOf(JsonNode members, String name) {
        return members.valueStream()
                .filter(member -> member.path("email").asString("").startsWith(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static String assignee(String member) {
        return "{\"memberId\":\"%s\"}".formatted(member);
    }

    private static String address() {
        return "kim-" + UUID.randomUUID() + "@example.org";
    }

    private static String b64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** All of a table as text, bytes read as letters. */
    private static String everything(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select string_agg(encode(sealed, 'escape') || t::text, ' ') from "
                                        + table
                                        + " t")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
