package dev.assay.hiring.intake.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WithApplication(shared = true)
class ScreeningIT {

    private final ApplicationUnderTest node;
    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;

    ScreeningIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
    }

    @Test
    void answersAreShownAsTheyWereAskedAndChangeNothing() {
        String job = desk.openJob(requirement(HiringDesk.newSkill(node, "SQL"), 3));
        String path = "/v1/jobs/" + job + "/questions";
        String may = add(path, "{\"kind\":\"yes-no\",\"question\":\"May you?\",\"required\":true}");
        String days =
                add(
                        path,
                        "{\"kind\":\"choice\",\"question\":\"When?\",\"options\":[\"Mon\",\"Tue\"]}");
        desk.submit(job, HiringDesk.application("ann@example.org"))
                .expectProblem(422, "invalid-input", "/answers");
        ObjectNode application = HiringDesk.application("ann@example.org");
        var answers = application.putArray("answers");
        answers.addObject().put("questionId", may).put("value", false);
        answers.addObject().put("questionId", days).put("value", "Wed");
        desk.submit(job, application).expectProblem(422, "invalid-input", "/answers/1/value");
        answers.remove(1);
        answers.addObject().put("questionId", days).put("value", "Tue");
        answers.addObject().put("question", "Else?").put("answer", "Zq-likes tea");
        String ann = desk.submit(job, application).expect(201).id();

        rita.call("DELETE", path + "/" + may).expect(204);
        rita.call("DELETE", path + "/" + may).expectProblem(404, "not-found");
        JsonNode shown = rita.get("/v1/applications/" + ann + "/answers").expect(200).json();
        assertThat(shown.at("/items/0/question").asString()).isEqualTo("May you?");
        assertThat(shown.at("/items/0/value").asString()).isEqualTo("false");
        assertThat(shown.at("/items/1/value").asString()).isEqualTo("Tue");
        assertThat(shown.at("/items/2/value").asString()).contains("Zq-likes tea");
        assertThat(shown.at("/items/2").has("questionId")).isFalse();
        // A no rejects nobody, and no score knows of it.
        JsonNode view = rita.get("/v1/applications/" + ann).json();
        assertThat(view.path("phase").asString()).isEqualTo("new");
        assertThat(view.toString()).doesNotContain(may, "Zq-");
        assertThat(rita.get(path).json().at("/items/0").has("retiredAt")).isTrue();

        // Asked no more, it is required no more.
        desk.submit(job, HiringDesk.application("bob@example.org")).expect(201);
        String candidate = view.path("candidateId").asString();
        String etag = rita.get("/v1/candidates/" + candidate).expect(200).etag();
        hana.with("If-Match", etag).call("DELETE", "/v1/candidates/" + candidate).expect(204);
        assertThat(rita.get("/v1/applications/" + ann + "/answers").json().path("items")).isEmpty();
    }

    private String add(String path, String question) {
        return rita.post(path, question).expect(201).id();
    }
}
