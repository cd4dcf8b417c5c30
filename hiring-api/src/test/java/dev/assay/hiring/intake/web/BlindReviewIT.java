package dev.assay.hiring.intake.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody with a name and a school like no other applies to a job that is reviewed blind. Whatever
 * the OpenAPI document lets a person read is read, and looked through for both.
 */
@WithApplication(shared = true)
class BlindReviewIT {

    /** A person's archive, disputes that somebody has to answer, and what she wrote herself. */
    private static final Pattern FOR_HANA =
            Pattern.compile(".*/(export|disputes.*|notes|scorecards|evidence)");

    private final ApplicationUnderTest node;
    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient ada;
    private final HiringDesk desk;
    private final Badges school = new Badges();
    private final String given = "Xylophonia" + letters();
    private final String family = "Quetzalcoatl" + letters();
    private final String phone = "+1 555" + UUID.randomUUID().getMostSignificantBits();
    private final String email = given + "@quetzalcoatl.example";
    private final Map<String, String> ids = new HashMap<>();

    private String job = "";
    private String application = "";

    BlindReviewIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.ada = api.as(Person.ADA);
        this.desk = new HiringDesk(rita);
    }

    @BeforeEach
    void somebodyAppliesToABlindJob() {
        String skill = HiringDesk.newSkill(node, "SQL");
        job = desk.openJob(requirement(skill, 3));
        put("/v1/jobs/" + job + "/blind-review", etagOf(job), "{\"until\":\"interview\"}")
                .expect(200);
        String question =
                rita.post(
                                "/v1/jobs/" + job + "/questions",
                                "{\"question\":\"Why?\",\"kind\":\"text\",\"required\":false}")
                        .expect(201)
                        .id();
        ObjectNode sent = application(email, school.badge(email, skill));
        ((ObjectNode) sent.path("candidate"))
                .put("givenName", given)
                .put("familyName", family)
                .put("phone", phone);
        sent.putArray("answers")
                .addObject()
                .put("questionId", question)
                .put("value", "Because I am " + given);
        sent.putObject("source").put("channel", "direct").put("reference", family + "-7");
        ApiAnswer filed = desk.submit(job, sent).expect(201);
        assertUntold("submission", filed);
        application = "/v1/applications/" + filed.id();
        ids.put("/v1/jobs", job);
        ids.put("/v1/applications", filed.id());
        ids.put("/v1/candidates", filed.json().path("candidateId").asString());
        somebodyElseWritesOfThem();
    }

    private void somebodyElseWritesOfThem() {
        String note = "{\"text\":\"%s called.\"}".formatted(given);
        ids.put("/v1/notes", hana.post(application + "/notes", note).expect(201).id());
        String cv =
                "{\"name\":\"cv-%s.txt\",\"content\":\"%s\"}"
                        .formatted(
                                family,
                                Base64.getEncoder()
                                        .encodeToString(("I, " + given).getBytes(UTF_8)));
        ids.put("/v1/attachments", hana.post(application + "/attachments", cv).expect(201).id());
        ids.put(
                "/v1/disputes",
                hana.post(
                                application + "/disputes",
                                "{\"about\":{\"kind\":\"other\"},\"statement\":\"%s says no.\"}"
                                        .formatted(given))
                        .expect(201)
                        .id());
        ids.put(
                "/v1/interviews",
                rita.post(
                                application + "/interviews",
                                "{\"slots\":[{\"start\":\"2036-01-11T09:00:00Z\",\"end\":\"2036-01-11T10:00:00Z\"}],\"location\":\"Room 4, ask for %s %s\",\"note\":\"Bring your papers, %s.\"}"
                                        .formatted(given, family, given))
                        .expect(201)
                        .id());
        rita.post(
                        "/v1/interviews/" + ids.get("/v1/interviews") + "/booking",
                        "{\"start\":\"2036-01-11T09:00:00Z\"}")
                .expect(200);
        String skill = rita.get("/v1/jobs/" + job).json().at("/requirements/0/skill/id").asString();
        String card =
                """
                {"recommendation": "yes", "note": "%s",
                 "attributes": [{"skillId": "%s", "rating": "yes", "note": "%s"}]}
                """;
        hana.post(
                        application + "/scorecards",
                        card.formatted(given + " shone.", skill, family + " knows it."))
                .expect(201);
        // Hers shows her the other one.
        rita.post(application + "/scorecards", card.formatted("Fine.", skill, "")).expect(201);
        hana.post(
                        application + "/evidence",
                        """
                        {"rubricId": "%s", "rubricVersion": 1, "ratings": [3], "note": "%s, live.",
                         "supervision": "supervised", "performedOn": "2026-05-04"}
                        """
                                .formatted(desk.writeRubric(skill, "work-sample", 1), family))
                .expect(201);
        new Registry(hana).register(school.issuerId(), "trusted");
        Eventually.get(
                () -> rita.get(application + "/score").json(),
                score -> score.path("score").asDouble() > 0);
    }

    @Test
    void noOperationTellsWhoItIsUntilTheyAreInvited() {
        List<String> read = new ArrayList<>();
        for (String path : readable()) {
            for (ApiClient person : List.of(rita, ada, hana)) {
                if (person == hana && FOR_HANA.matcher(path).matches()) {
                    continue;
                }
                ApiAnswer answer = person.get(addressOf(path));
                assertUntold(path, answer);
                if (person == rita && answer.status() == 200) {
                    read.add(path);
                }
            }
        }
        assertThat(read).as("what there was to read").hasSizeGreaterThan(60);
        assertThat(read)
                .contains(
                        "/v1/candidates/{id}",
                        "/v1/applications/{id}",
                        "/v1/applications/{id}/explanation",
                        "/v1/applications/{id}/notes",
                        "/v1/applications/export");

        String candidate = "/v1/candidates/" + ids.get("/v1/candidates");
        JsonNode masked = rita.get(candidate).json();
        assertThat(masked.path("blind").asBoolean()).isTrue();
        assertThat(masked.path("givenName").asString()).isEqualTo("Candidate");
        assertThat(masked.path("familyName").asString()).matches("[0-9A-Z]{6}");
        assertThat(masked.path("email").asString()).endsWith("@blind.invalid");
        assertThat(rita.get(application + "/interviews").text())
                .contains("Room 4, ask for Candidate " + masked.path("familyName").asString());

        rita.post(application + "/transitions", "{\"to\":\"interview\"}").expect(200);

        assertThat(rita.get(candidate).json().path("familyName").asString()).isEqualTo(family);
        assertThat(rita.get(application).text()).contains("Quayside College");
        assertThat(rita.get(application + "/notes").text()).contains(given + " called.");
        assertThat(rita.get("/v1/attachments/" + ids.get("/v1/attachments")).text())
                .isEqualTo("I, " + given);
        assertThat(rita.get(application + "/answers").text()).contains("Because I am " + given);
        assertThat(rita.get(application + "/scorecards").text()).contains(given + " shone.");
        assertThat(rita.get(application + "/evidence").text()).contains(family + ", live.");
        assertThat(rita.get(application + "/interviews").text())
                .contains("Room 4, ask for " + given + " " + family, "Bring your papers");
        assertThat(rita.get("/v1/disputes/" + ids.get("/v1/disputes")).text())
                .contains(given + " says no.");
        rita.get(application + "/score/receipt").expect(200);
        assertThat(rita.get("/v1/applications?q=" + given + "&jobId=" + job).json().path("items"))
                .hasSize(1);

        // Back before the point, and once it is over.
        rita.post(application + "/transitions", "{\"to\":\"in-review\"}").expect(200);
        assertUntold("back in review", rita.get(candidate));
        rita.post(application + "/transitions", "{\"to\":\"withdrawn\"}").expect(200);
        assertThat(rita.get(candidate).json().path("blind").asBoolean()).isFalse();
    }

    /** Copies of lists hear of it, the job itself and other applications aside. */
    @Test
    void copiesAreToldWhenANameIsShownAndWhenItIsWithheldAgain() {
        String elsewhere = desk.apply(desk.openJob(), email);
        String person = Objects.requireNonNull(ids.get("/v1/candidates"));
        String people = walk("/v1/candidates");
        String applications = walk("/v1/applications");

        rita.post(application + "/transitions", "{\"to\":\"interview\"}").expect(200);

        people = told("/v1/candidates", people, person, family);
        applications = told("/v1/applications", applications, elsewhere, "");

        put("/v1/jobs/" + job + "/blind-review", etagOf(job), "{\"until\":\"offer\"}").expect(200);

        people = told("/v1/candidates", people, person, "@blind.invalid");

        hana.with("If-Match", etagOf(job))
                .call(
                        "PUT",
                        "/v1/jobs/" + job + "/blind-review",
                        ApiClient.JSON,
                        "{\"reason\":\"changed-process\"}".getBytes(UTF_8))
                .expect(200);

        people = told("/v1/candidates", people, person, family);
        String blind = desk.openJob();
        put("/v1/jobs/" + blind + "/blind-review", etagOf(blind), "{\"until\":\"offer\"}")
                .expect(200);
        desk.apply(blind, email);
        told("/v1/candidates", people, person, "@blind.invalid");
        told("/v1/applications", applications, elsewhere, "");
    }

    /** The token that the last page ends with. */
    private String walk(String list) {
        String after = "";
        while (true) {
            JsonNode page = rita.get(list + "?limit=200" + after).expect(200).json();
            if (page.path("next").isNull()) {
                return page.path("syncToken").asString();
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    /** Awaits that an item is told of, and answers the token to go on with. */
    private String told(String list, String token, String id, String saying) {
        JsonNode delta =
                Eventually.get(
                        () -> rita.get(list + "?limit=200&syncToken=" + token).json(),
                        page ->
                                page.path("items")
                                        .valueStream()
                                        .anyMatch(item ->
                                                item.path("id").asString().equals(id)
                                                        && item.toString().contains(saying)));
        return delta.path("syncToken").asString();
    }

    @Test
    void noDetourLeadsToAName() {
        String candidate = "/v1/candidates/" + ids.get("/v1/candidates");
        String q = "?q=" + given;
        assertThat(rita.get("/v1/applications" + q).json().path("items")).isEmpty();
        assertThat(rita.get("/v1/candidates" + q).json().path("items")).isEmpty();
        assertThat(rita.get("/v1/applications/export" + q).text()).isEmpty();
        assertUntold("CSV", rita.get("/v1/applications/export?format=csv&jobId=" + job));
        rita.get("/v1/attachments/" + ids.get("/v1/attachments"))
                .expectProblem(409, "blind-review");
        rita.get(application + "/score/receipt").expectProblem(409, "blind-review");
        assertUntold(
                "receipt", rita.get(application + "/score/receipt?view=candidate").expect(200));
        rita.post(application + "/candidate-links", "{\"mail\":false}")
                .expectProblem(409, "blind-review");
        rita.post(application + "/candidate-links", "{}").expect(201);
        rita.patch(candidate, rita.get(candidate).etag(), "{\"phone\":null}")
                .expectProblem(409, "blind-review");
        rita.post(
                        application + "/score/what-if",
                        "{\"trust\":[{\"issuerId\":\"%s\",\"tier\":\"blocked\"}]}"
                                .formatted(school.issuerId()))
                .expectProblem(409, "blind-review");
        assertThat(rita.get(application + "/score").text()).contains("withheld-1");

        // The same person, whom nobody vouches for, at a job that everybody may know of.
        String other = desk.openJob();
        ObjectNode again = application(email);
        ((ObjectNode) again.path("candidate")).put("emailVerified", false);
        String twin = desk.submit(other, again).expect(201).json().path("candidateId").asString();
        ApiAnswer known = rita.get("/v1/candidates/" + twin);
        assertThat(known.json().path("possibleDuplicates")).isEmpty();
        assertThat(rita.get(candidate).json().path("possibleDuplicates")).isEmpty();
        rita.with("If-Match", known.etag())
                .post(
                        "/v1/candidates/" + twin + "/merge",
                        "{\"candidateId\":\"%s\"}".formatted(ids.get("/v1/candidates")))
                .expectProblem(409, "blind-review");

        // One blind application hides a person everywhere.
        JsonNode elsewhere = desk.submit(other, application(email)).expect(201).json();
        assertUntold(
                "elsewhere",
                rita.get("/v1/candidates/" + elsewhere.path("candidateId").asString()));
    }

    @Test
    void anHrAdminIsToldWithAReasonAndLeavesATrace() {
        String path = application + "/unmask";
        rita.post(path, "{\"reason\":\"contact\"}").expectProblem(403, "forbidden");
        hana.post(path, "{}").expectProblem(422, "invalid-input", "/reason");

        JsonNode told = hana.post(path, "{\"reason\":\"accommodation\"}").expect(200).json();

        assertThat(told.path("givenName").asString()).isEqualTo(given);
        assertThat(told.path("email").asString()).isEqualTo(email);
        JsonNode trace =
                Eventually.get(
                                () ->
                                        ada.get(
                                                        "/v1/audit-events?action=application.unmasked&subject="
                                                                + ids.get("/v1/applications"))
                                                .json()
                                                .path("items"),
                                items -> !items.isEmpty())
                        .get(0);
        assertThat(trace.toString()).contains("accommodation").doesNotContain(given);
        assertUntold("afterwards", hana.get("/v1/candidates/" + ids.get("/v1/candidates")));
        rita.post(application + "/transitions", "{\"to\":\"interview\"}").expect(200);
        hana.post(path, "{\"reason\":\"contact\"}").expectProblem(409, "not-blind");
    }

    @Test
    void itIsEndedSoonerByAnHrAdminAloneAndNotWithoutAReason() {
        String path = "/v1/jobs/" + job + "/blind-review";
        put(path, etagOf(job), "{\"until\":\"offer\"}").expect(200);
        put(path, etagOf(job), "{\"until\":\"interview\"}").expectProblem(403, "forbidden");
        ApiClient hr = hana.with("If-Match", etagOf(job));
        hr.call("PUT", path, ApiClient.JSON, "{\"until\":null}".getBytes(UTF_8))
                .expectProblem(422, "invalid-input", "/reason");
        hr.call("PUT", path, ApiClient.JSON, "{\"until\":\"new\"}".getBytes(UTF_8))
                .expectProblem(422, "invalid-input", "/until");
        rita.call("PUT", path, ApiClient.JSON, "{}".getBytes(UTF_8))
                .expectProblem(428, "precondition-required");

        hr.call("PUT", path, ApiClient.JSON, "{\"reason\":\"changed-process\"}".getBytes(UTF_8))
                .expect(200);
        assertThat(rita.get("/v1/candidates/" + ids.get("/v1/candidates")).text()).contains(family);
        put(path, etagOf(job), "{\"until\":\"in-review\"}").expect(200);
        assertUntold("again", rita.get("/v1/candidates/" + ids.get("/v1/candidates")));
    }

    @Test
    void aStageEndsItToo() {
        String stages =
                """
                {"stages": [{"name": "Call", "phase": "interview"}, {"name": "Panel", "phase": "interview"}]}
                """;
        JsonNode made =
                put("/v1/jobs/" + job + "/stages", etagOf(job), stages)
                        .expect(200)
                        .json()
                        .path("items");
        String panel = made.at("/1/id").asString();
        String path = "/v1/jobs/" + job + "/blind-review";
        put(path, etagOf(job), "{\"until\":\"offer\",\"stage\":\"%s\"}".formatted(panel))
                .expectProblem(422, "invalid-input", "/stage");
        put(path, etagOf(job), "{\"until\":\"interview\",\"stage\":\"%s\"}".formatted(panel))
                .expect(200);
        String like = rita.call("POST", "/v1/jobs/" + job + "/clone").expect(201).id();
        JsonNode inherited = rita.get("/v1/jobs/" + like + "/blind-review").json();
        assertThat(inherited.path("until").asString()).isEqualTo("interview");
        assertThat(inherited.path("stage").isString()).isTrue();

        String candidate = "/v1/candidates/" + ids.get("/v1/candidates");
        rita.post(application + "/transitions", "{\"to\":\"interview\"}").expect(200);
        assertUntold("at the call", rita.get(candidate));
        rita.post(application + "/transitions", "{\"stage\":\"%s\"}".formatted(panel)).expect(200);
        assertThat(rita.get(candidate).text()).contains(family);
    }

    private List<String> readable() {
        List<String> paths = new ArrayList<>();
        JsonNode document = rita.get("/v1/openapi.json").json();
        document.path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .filter(path -> path.startsWith("/v1/") && !path.equals("/v1/openapi.json"))
                .forEach(paths::add);
        return paths;
    }

    private String addressOf(String path) {
        int id = path.indexOf("/{");
        String known =
                id < 0
                        ? path
                        : path.replace(
                                "{id}",
                                ids.getOrDefault(
                                        path.substring(0, id), UUID.randomUUID().toString()));
        return known.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /** Neither names, address, number, school nor words of theirs or about them. */
    private void assertUntold(String where, ApiAnswer answer) {
        String told = (answer.text() + answer.response().headers().map()).toLowerCase(Locale.ROOT);
        for (String telling : List.of(given, family, phone, email, "quayside")) {
            assertThat(told).as(where).doesNotContain(telling.toLowerCase(Locale.ROOT));
        }
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private ApiAnswer put(String path, String etag, String json) {
        return rita.with("If-Match", etag).call("PUT", path, ApiClient.JSON, json.getBytes(UTF_8));
    }

    private String etagOf(String id) {
        return rita.get("/v1/jobs/" + id).etag();
    }
}
