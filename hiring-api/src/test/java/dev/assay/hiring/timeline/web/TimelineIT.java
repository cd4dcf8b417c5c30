package dev.assay.hiring.timeline.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person's whole story here, over all their applications, in one order of time. */
@WithApplication(shared = true)
class TimelineIT {

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final String address = Newcomers.address();
    private final Badges school = new Badges();

    TimelineIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
    }

    @Test
    void tellsEverythingOnceAcrossApplicationsNewestFirst() {
        new Registry(api).register(school.issuerId(), "trusted");
        String sql = HiringDesk.newSkill(node, "SQL");
        String first =
                desk.apply(
                        desk.openJob(requirement(sql, 4)), address, school.expired(address, sql));
        String second =
                desk.apply(desk.openJob(requirement(sql, 2)), address, school.badge(address, sql));
        String candidate = application(first).path("candidateId").asString();
        String added =
                rita.post(
                                "/v1/applications/" + first + "/credentials",
                                "{\"document\":" + school.badge(address, sql) + "}")
                        .expect(201)
                        .json()
                        .at("/credentials/1/id")
                        .asString();
        rita.call("DELETE", "/v1/applications/" + first + "/credentials/" + added).expect(200);
        rita.post(
                        "/v1/applications/" + first + "/disputes",
                        "{\"about\":{\"kind\":\"score\"},\"statement\":\"I can do this.\"}")
                .expect(201);
        move(second, "{\"to\":\"interview\"}");
        move(second, "{\"to\":\"offer\"}");
        String path = "/v1/candidates/" + candidate + "/timeline";
        Eventually.get(() -> kinds(all(path)), kinds -> kinds.contains("notice-sent"));

        List<JsonNode> entries = all(path);

        assertThat(entries)
                .extracting(entry -> Instant.parse(entry.path("at").asString()))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(entries)
                .extracting(entry ->
                        entry.path("kind").asString()
                                + entry.path("id").asString()
                                + entry.path("at").asString())
                .doesNotHaveDuplicates();
        assertThat(kinds(entries))
                .contains(
                        "application-submitted",
                        "application-moved",
                        "decided",
                        "credential-received",
                        "credential-verified",
                        "credential-expired",
                        "credential-withdrawn",
                        "dispute-opened",
                        "score-changed");
        assertThat(of(entries, "application-submitted")).hasSize(2);
        assertThat(of(entries, "decided").getFirst().at("/detail/to").asString())
                .isEqualTo("offer");
        assertThat(of(entries, "credential-expired").getFirst().path("at").asString())
                .isEqualTo("2026-03-03T10:00:00Z");
        List<JsonNode> scores =
                of(entries, "score-changed").stream()
                        .filter(entry -> entry.path("applicationId").asString().equals(first))
                        .toList();
        assertThat(scores)
                .extracting(entry -> entry.at("/detail/cause").asString())
                .containsExactly("credential-withdrawn", "credential-added", "submitted");
        assertThat(scores.get(0).at("/detail/before")).isEqualTo(scores.get(1).at("/detail/after"));
        assertThat(scores.get(2).path("detail").has("before")).isFalse();
        assertThat(entries.toString()).doesNotContain(address, "Kim", "Quayside", "can do this");

        assertThat(paged(path)).isEqualTo(entries);
        assertThat(kinds(all(path + "?kind=decided&kind=application-moved")))
                .containsOnly("decided", "application-moved");
        rita.get(path + "?kind=credential-lost").expectProblem(422, "invalid-input", "/kind");
        rita.get(path + "?sort=at").expectProblem(400, "unknown-parameter", "/sort");
        api.as(Person.OMAR).get(path).expectProblem(404, "not-found");
    }

    private void move(String application, String body) {
        rita.post("/v1/applications/" + application + "/transitions", body).expect(200);
    }

    private JsonNode application(String id) {
        return rita.get("/v1/applications/" + id).expect(200).json();
    }

    private List<JsonNode> all(String path) {
        String asked = path + (path.contains("?") ? "&" : "?") + "limit=200";
        return rita.get(asked).expect(200).json().path("items").valueStream().toList();
    }

    private List<JsonNode> paged(String path) {
        List<JsonNode> seen = new ArrayList<>();
        String next = path + "?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = rita.get(next).expect(200).json();
            page.path("items").forEach(seen::add);
            next =
                    page.path("next").isNull()
                            ? ""
                            : path + "?limit=2&after=" + page.path("next").asString();
        }
        return seen;
    }

    private static List<JsonNode> of(List<JsonNode> entries, String kind) {
        return entries.stream().filter(one -> one.path("kind").asString().equals(kind)).toList();
    }

    private static List<String> kinds(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("kind").asString()).distinct().toList();
    }
}
