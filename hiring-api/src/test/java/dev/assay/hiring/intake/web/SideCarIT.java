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
import dev.assay.hiring.testkit.PinnedFolder;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Another system keeps jobs and applications, and has what is proven beside them. */
@WithApplication(shared = true)
class SideCarIT {

    private final ApiClient api;
    private final ApiClient rita;
    private final String sql;
    private final PinnedFolder web;
    private final Badges school = new Badges();
    private final String at = "/" + UUID.randomUUID().toString().substring(0, 8);

    SideCarIT(ApplicationUnderTest application, ApiClient api) {
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.web = application.web();
        this.sql = HiringDesk.newSkill(application, "SQL");
        new Registry(api).register(school.issuerId(), "recognised");
    }

    @Test
    void makesAJobOnceAndThenChangesIt() {
        ApiAnswer made = put(job(), body("Analyst")).expect(201);
        ApiAnswer same = put(job(), body("Analyst")).expect(200);
        ApiAnswer changed = put(job(), body("Senior analyst")).expect(200);

        assertThat(same.json()).isEqualTo(made.json());
        assertThat(same.etag()).isEqualTo(made.etag());
        assertThat(changed.id()).isEqualTo(made.id());
        assertThat(changed.json().path("title").asString()).isEqualTo("Senior analyst");
        assertThat(rita.get(job()).expect(200).id()).isEqualTo(made.id());
        api.as(Person.OMAR).get(job()).expectProblem(404, "not-found");
        put(job(), body("").put("title", " ")).expectProblem(422, "invalid-input", "/title");
        put("/v1/references/jobs/Not%20ours" + at, body("Analyst"))
                .expectProblem(422, "invalid-input", "/system");
    }

    @Test
    void takesAnApplicationOnceAndGivesItsScoreAndReceipt() {
        String email = "kim" + at.substring(1) + "@example.org";
        JsonNode badge = school.badge(email, sql, 5);
        JsonNode further = school.badge(email, sql, 4);
        put(job(), body("Analyst")).expect(201);
        String path = "/v1/references/applications/sample-ats" + at;
        String query = "?job=" + at.substring(1) + "&candidate=c-" + at.substring(1);

        JsonNode made = put(path + query, application(email, badge)).expect(201).json();
        ObjectNode renamed = application(email, badge);
        ((ObjectNode) renamed.path("candidate")).put("familyName", "Newname");
        JsonNode again = put(path + query, renamed).expect(200).json();

        assertThat(again).isEqualTo(made);
        assertThat(made.path("score").asDouble()).isEqualTo(80.0);
        assertThat(rita.get(path).expect(200).json()).isEqualTo(made);
        String receipt = URI.create(made.path("receipt").asString()).getPath();
        rita.get(receipt).expect(200);
        JsonNode person =
                rita.get("/v1/references/candidates/sample-ats/c-" + at.substring(1))
                        .expect(200)
                        .json();
        assertThat(person.path("familyName").asString()).isEqualTo("Newname");
        assertThat(person.path("applications")).hasSize(1);
        assertThat(rita.get("/v1/references/candidates/sample-ats/c-" + at.substring(1)).etag())
                .isEqualTo(rita.get("/v1/candidates/" + person.path("id").asString()).etag());
        assertThat(rita.get(path).etag()).startsWith("\"1-");
        api.as(Person.OMAR).get(path).expectProblem(404, "not-found");
        for (int call = 0; call < 2; call++) {
            put(path + query, application(email, badge, further)).expect(200);
        }
        assertThat(
                        rita.get("/v1/applications/" + made.path("id").asString())
                                .json()
                                .path("credentials"))
                .as("what was not there yet, once")
                .hasSize(2);
        put(path + "?job=unheard-of", application(email))
                .expectProblem(422, "invalid-input", "/job");
        String other = "/v1/references/jobs/sample-ats/other-" + at.substring(1);
        put(other, body("Another")).expect(201);
        put(path + "?job=other-" + at.substring(1), application(email))
                .expectProblem(409, "reference-taken");

        takesByAddressWhatComesLater(path + query, email, badge);

        erase(person.path("id").asString());
        rita.get(path).expectProblem(404, "not-found");
        rita.get("/v1/references/candidates/sample-ats/c-" + at.substring(1))
                .expectProblem(404, "not-found");
    }

    /** Not there yet at first, so that it has to be tried again; asked for twice, and kept once. */
    private void takesByAddressWhatComesLater(String path, String email, JsonNode there) {
        String address = "https://badges.example/" + UUID.randomUUID();
        ObjectNode body = application(email, there);
        ((ArrayNode) body.path("credentials")).addObject().put("url", address);
        String id = "";
        for (int call = 0; call < 2; call++) {
            id = put(path, body).expect(200).id();
        }
        JsonNode kept = rita.get("/v1/applications/" + id).json().path("credentials");
        assertThat(kept).as("the two there were, and one more").hasSize(3);
        assertThat(kept.path(2).has("pending")).isTrue();

        web.put(address, school.badge(email, sql, 5).toString());

        String application = "/v1/applications/" + id;
        Eventually.get(
                () -> rita.get(application).json().at("/credentials/2/verification/outcome"),
                outcome -> outcome.asString().equals("verified"));
        put(path, body).expect(200);
        assertThat(rita.get(application).json().path("credentials")).hasSize(3);
        ((ArrayNode) body.path("credentials")).addObject().put("url", "http://10.0.0.1/badge");
        put(path, body).expectProblem(422, "invalid-input", "/credentials/2/url");
    }

    private void erase(String candidate) {
        ApiClient hana = api.as(Person.HANA);
        String path = "/v1/candidates/" + candidate;
        hana.with("If-Match", hana.get(path).etag())
                .call("DELETE", path + "?reason=retention-expired")
                .expect(204);
    }

    private String job() {
        return "/v1/references/jobs/sample-ats" + at;
    }

    private ObjectNode body(String title) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", title).put("description", "Reads figures.").put("status", "open");
        body.putArray("requirements").add(requirement(sql, 1).put("level", 5));
        return body;
    }

    private ApiAnswer put(String path, JsonNode body) {
        return rita.call("PUT", path, ApiClient.JSON, body.toString().getBytes(UTF_8));
    }
}
