package dev.assay.hiring.skills.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithApplication
class SkillsIT {

    private final ApplicationUnderTest application;
    private final ApiClient ada;

    SkillsIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
        this.ada = api.as(Person.ADA);
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
