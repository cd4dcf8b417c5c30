package dev.assay.hiring.scoring.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Badges that name no skill, and people who say what they show. */
@WithApplication(shared = true)
class MappingsIT {

    private static final String PATH = "/v1/credential-mappings";

    private final ApplicationUnderTest node;
    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final Badges school = new Badges();
    private final String word = "Zymurgy" + UUID.randomUUID().toString().substring(0, 8);
    private final String skill;
    private final String issuer;
    private final String achievement = "https://school.example/" + UUID.randomUUID();

    MappingsIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
        this.skill = HiringDesk.newSkill(node, word);
        this.issuer = new Registry(api).register(school.issuerId(), "trusted").id();
    }

    @Test
    void whatATextSuggestsCountsOnceAPersonConfirmsIt() {
        String job = desk.openJob(requirement(skill, 3));
        String abe = desk.apply(job, "abe@example.org", badge("abe@example.org", "B"));
        String bea = desk.apply(job, "bea@example.org", badge("bea@example.org", "B"));
        hire(bea);

        JsonNode open = desk.score(abe);
        assertThat(open.path("score").asInt()).isZero();
        assertThat(open.path("potential").asInt()).isEqualTo(64);
        assertThat(open.at("/requirements/0/evidence/0/openReason").asString())
                .isEqualTo("mapping-unconfirmed");
        JsonNode suggestion = suggestion();
        assertThat(suggestion.path("issuerId").asString()).isEqualTo(issuer);
        assertThat(suggestion.at("/skills/0/uri").asString()).isEqualTo(skill);
        assertThat(suggestion.at("/achievement/description").asString()).contains(word);

        rita.post(PATH, mapping(10_000)).expectProblem(403, "forbidden");
        ApiAnswer confirmed = hana.post(PATH, mapping(10_000)).expect(201);
        assertThat(confirmed.json().path("confirmedBy").asString()).startsWith("person:");
        hana.post(PATH, mapping(5_000)).expectProblem(409, "achievement-mapped");

        assertThat(points(abe, 64).at("/requirements/0/evidence/0/alignment").asInt())
                .isEqualTo(10_000);
        assertThat(receipt(abe)).contains("mapped:" + confirmed.id() + "/1:10000");
        assertThat(suggestion().isMissingNode()).isTrue();
        JsonNode history =
                rita.get("/v1/applications/" + abe + "/score/history").expect(200).json();
        assertThat(history.at("/items/0/cause").asString()).isEqualTo("mapping-changed");
        JsonNode flags =
                Eventually.get(
                        () ->
                                rita.get("/v1/applications/" + bea + "/decision-flags")
                                        .expect(200)
                                        .json(),
                        page -> !page.path("items").isEmpty());
        assertThat(flags.at("/items/0/cause").asString()).isEqualTo("mapping-changed");

        String path = PATH + "/" + confirmed.id();
        ApiAnswer less =
                hana.patch(
                        path,
                        confirmed.etag(),
                        "{\"skills\":[{\"skill\":{\"uri\":\"%s\"},\"factor\":5000}]}"
                                .formatted(skill));
        points(abe, 40);
        assertThat(receipt(abe)).contains("mapped:" + confirmed.id() + "/2:5000");
        hana.patch(path, confirmed.etag(), "{\"retired\":true}")
                .expectProblem(412, "stale-version");
        hana.patch(path, less.expect(200).etag(), "{\"retired\":true}").expect(200);
        points(abe, 0);
        Eventually.get(this::suggestion, JsonNode::isObject);
        JsonNode versions = hana.get(path + "/versions?limit=2").expect(200).json();
        assertThat(versions.at("/items/0/retired").asBoolean()).isTrue();
        assertThat(versions.at("/items/1/skills/0/factor").asInt()).isEqualTo(5_000);
        assertThat(versions.path("next").isString()).isTrue();
    }

    @Test
    void gradesCountAsTheLevelsAPersonTakesThemFor() {
        ObjectNode needed = requirement(skill, 3);
        needed.put("level", 4).put("mustHave", true);
        String job = desk.openJob(needed);
        String best = desk.apply(job, "cal@example.org", badge("cal@example.org", "A"));
        String good = desk.apply(job, "dee@example.org", badge("dee@example.org", "C"));
        String other = desk.apply(job, "eva@example.org", badge("eva@example.org", "Seen"));

        hana.post(PATH, mapping(10_000)).expect(201);

        assertThat(points(best, 64).path("mustHaves").asString()).isEqualTo("met");
        assertThat(points(good, 48).path("mustHaves").asString()).isEqualTo("not-shown");
        points(other, 0);
    }

    @Test
    void whatATextMentionsOfTheWholeVocabularyIsPutBeforeAPersonAndCountsNothing() {
        String named = "brew " + word + " at high-pressure";
        HiringDesk.newSkill(node, named);
        String own =
                hana.post("/v1/own-skills", "{\"name\":\"%s and other things\"}".formatted(word))
                        .expect(201)
                        .id();
        String job = desk.openJob(requirement(HiringDesk.newSkill(node, "Another skill"), 3));
        ObjectNode badge = badge("fay@example.org", "A");
        badge.withObjectProperty("credentialSubject")
                .withObjectProperty("achievement")
                .withObjectProperty("criteria")
                .put("narrative", "To brew  " + word + "\nat high-pressure, alone.");
        String fay = desk.apply(job, "fay@example.org", school.signed(badge));

        JsonNode suggested = suggestion().path("skills");
        assertThat(suggested.valueStream().map(one -> one.path("name").asString()))
                .containsExactlyInAnyOrder(word, named, word + " and other things");
        assertThat(suggested.valueStream().map(one -> one.path("id").asString())).contains(own);
        JsonNode score = desk.score(fay);
        assertThat(score.path("potential").asInt()).isZero();
        assertThat(score.at("/requirements/0/evidence")).isEmpty();
    }

    private String mapping(int factor) {
        return """
        {"issuerId": "%s", "achievement": {"id": "%s"},
         "skills": [{"skill": {"uri": "%s"}, "factor": %d}],
         "levels": [{"result": "a", "level": 5}, {"result": "C", "level": 3}]}
        """
                .formatted(issuer, achievement, skill, factor);
    }

    private ObjectNode badge(String email, String grade) {
        ObjectNode badge = school.issue(school.award(email));
        ObjectNode subject = badge.withObjectProperty("credentialSubject");
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("type").add("Result");
        result.put("value", grade);
        subject.putArray("result").add(result);
        subject.withObjectProperty("achievement")
                .put("id", achievement)
                .put("description", "An evening course in " + word + " and other things.");
        return school.signed(badge);
    }

    private JsonNode suggestion() {
        for (JsonNode one :
                rita.get(PATH + "/suggestions?limit=200").expect(200).json().path("items")) {
            if (one.at("/achievement/id").asString().equals(achievement)) {
                return one;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private JsonNode points(String application, int points) {
        return Eventually.get(
                () -> desk.score(application), score -> score.path("score").asInt() == points);
    }

    private String receipt(String application) {
        return rita.get("/v1/applications/" + application + "/score/receipt").expect(200).text();
    }

    private void hire(String application) {
        for (String to : new String[] {"interview", "offer", "hired"}) {
            rita.post(
                            "/v1/applications/" + application + "/transitions",
                            "{\"to\":\"%s\"}".formatted(to))
                    .expect(200);
        }
    }
}
