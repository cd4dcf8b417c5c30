package dev.assay.hiring.skills.web;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithApplication
class SkillsIT {

    private final ApplicationUnderTest application;
    private final ApiClient api;
    private final ApiClient ada;

    SkillsIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
        this.api = api;
        this.ada = api.as(Person.ADA);
    }

    @Test
    void keepsAnEmployersOwnSkillsBesideThePublishedOnes() {
        ApiClient hana = api.as(Person.HANA);
        HiringDesk desk = new HiringDesk(api.as(Person.RITA));
        Registry registry = new Registry(api);
        Badges school = new Badges();
        registry.register(school.issuerId(), "trusted");
        String published = HiringDesk.newSkill(application, "Oxbowing in general");
        ApiAnswer own =
                hana.post(
                                "/v1/own-skills",
                                "{\"name\":\"Oxbowing at Harbor\",\"alternatives\":[\"oxbow way\"]}")
                        .expect(201);
        String uri = own.json().path("uri").asString();
        String path = "/v1/own-skills/" + own.id();

        assertThat(search("oxbowing"))
                .extracting(skill -> skill.path("uri").asString())
                .containsExactly(uri, published);
        assertThat(search("OXBOW WAY")).hasSize(1);
        String page = "/v1/skills?q=oxbowing&limit=1";
        String next = ada.get(page).expect(200).json().path("next").asString();
        assertThat(ada.get(page + "&after=" + next).json().at("/items/0/uri").asString())
                .isEqualTo(published);
        assertThat(
                        api.as(Person.OMAR)
                                .get("/v1/skills?q=oxbowing")
                                .expect(200)
                                .json()
                                .path("items"))
                .hasSize(1);

        String asks = desk.openJob(HiringDesk.requirement(uri, 1));
        String exact = desk.apply(asks, "lea@example.org", school.badge("lea@example.org", uri));
        assertThat(desk.score(exact).path("score").asInt()).isEqualTo(64);
        String general = desk.openJob(HiringDesk.requirement(published, 1));
        String part = desk.apply(general, "mia@example.org", school.badge("mia@example.org", uri));
        assertThat(desk.score(part).path("score").asInt()).isZero();

        hana.patch(path, own.etag(), "{\"broader\":[\"%s\"]}".formatted(uri))
                .expectProblem(422, "invalid-input", "/broader");
        hana.patch(path, own.etag(), "{\"broader\":[\"%s\"]}".formatted(published)).expect(200);
        JsonNode narrower =
                Eventually.get(() -> desk.score(part), score -> score.path("score").asInt() == 64);
        assertThat(narrower.at("/requirements/0/evidence/0/alignment").asInt()).isEqualTo(9_000);

        hana.patch(path, "\"2\"", "{\"retired\":true}").expect(200);
        assertThat(search("oxbowing")).hasSize(1);
        assertThat(desk.score(exact).path("score").asInt()).isEqualTo(64);
    }

    @Test
    void findsThoseThatBeginWithTheTextBeforeThoseThatHoldIt() {
        String inner = HiringDesk.newSkill(application, "advanced weaving");
        String start = HiringDesk.newSkill(application, "Weaving by hand");

        JsonNode found = search("WEAVING");

        assertThat(found)
                .extracting(skill -> skill.path("uri").asString())
                .containsExactly(start, inner);
        assertThat(found.path(0).propertyNames())
                .containsExactlyInAnyOrder("id", "uri", "name", "framework");
    }

    @Test
    void takesWildcardsForWhatTheyAre() {
        String percent = HiringDesk.newSkill(application, "100% cotton");
        HiringDesk.newSkill(application, "100 cottons");

        assertThat(search("100% c"))
                .extracting(skill -> skill.path("uri").asString())
                .startsWith(percent);
        assertThat(search("co%on")).isEmpty();
        assertThat(search("co_ton")).isEmpty();
    }

    @Test
    void refusesTextThatNoSkillCanHave() {
        ada.get("/v1/skills?q=a%00b").expectProblem(422, "invalid-input", "/q");
        ada.get("/v1/skills?q=" + "a".repeat(501)).expectProblem(422, "invalid-input", "/q");
    }

    private JsonNode search(String text) {
        return ada.get("/v1/skills?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items");
    }
}
