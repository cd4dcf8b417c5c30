package dev.assay.hiring.jobs.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithApplication(shared = true)
class StagesIT {

    private static final String FOUR =
            """
            [{"name":"Received","phase":"new"},{"name":"Phone screen","phase":"in-review"},
             {"name":"Work sample","phase":"interview"},{"name":"Panel","phase":"interview"}]
            """;

    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final String job;

    StagesIT(ApplicationUnderTest node, ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
        this.job = desk.openJob(requirement(HiringDesk.newSkill(node, "SQL"), 1));
    }

    @Test
    void leadsAnApplicationThroughTheStagesOfItsJob() {
        JsonNode stages = set(FOUR).expect(200).json().path("items");
        String id = desk.apply(job, "lee@example.org");
        assertThat(stage(id)).isEqualTo("Received");

        move(id, "{\"to\":\"interview\"}").expect(200);
        assertThat(stage(id)).isEqualTo("Work sample");

        move(id, "{\"stage\":\"%s\"}".formatted(id(stages, 3))).expect(200);
        assertThat(
                        rita.get("/v1/applications?stage=" + id(stages, 3))
                                .json()
                                .at("/items/0/id")
                                .asString())
                .isEqualTo(id);
        assertThat(rita.get("/v1/applications?stage=" + id(stages, 2)).json().path("items"))
                .isEmpty();
        assertThat(stage(id)).isEqualTo("Panel");
        JsonNode moves = rita.get("/v1/applications/" + id + "/transitions").json().path("items");
        assertThat(moves.path(1).path("from").asString()).isEqualTo("interview");
        assertThat(moves.path(1).path("fromStage").asString()).isEqualTo(id(stages, 2));
        assertThat(moves.path(1).path("toStage").asString()).isEqualTo(id(stages, 3));

        move(id, "{\"to\":\"rejected\",\"reason\":\"position-filled\"}").expect(200);
        assertThat(rita.get("/v1/applications/" + id).json().path("stage").isNull()).isTrue();
    }

    @Test
    void namesTheOtherStagesWhereAMoveIsNotLegal() {
        JsonNode stages = set(FOUR).expect(200).json().path("items");
        String id = desk.apply(job, "lee@example.org");
        move(id, "{\"to\":\"interview\"}").expect(200);

        ApiAnswer twice =
                move(id, "{\"stage\":\"%s\"}".formatted(id(stages, 2)))
                        .expectProblem(409, "illegal-transition");

        assertThat(twice.text()).contains("in-review, offer", "stages: Panel");
        move(id, "{\"stage\":\"%s\"}".formatted(id(stages, 0)))
                .expectProblem(409, "illegal-transition");
    }

    @Test
    void refusesAStageThatIsNoneOfTheJobOrOfThePhase() {
        JsonNode stages = set(FOUR).expect(200).json().path("items");
        String id = desk.apply(job, "lee@example.org");
        String another = desk.apply(desk.openJob(), "lee@example.org");

        move(another, "{\"stage\":\"%s\"}".formatted(id(stages, 2)))
                .expectProblem(422, "invalid-input", "/stage");
        move(id, "{\"to\":\"in-review\",\"stage\":\"%s\"}".formatted(id(stages, 2)))
                .expectProblem(422, "invalid-input", "/stage");
        move(id, "{}").expectProblem(422, "invalid-input", "/to");
    }

    @Test
    void retiresWhatIsLeftOutAndMovesNobody() {
        JsonNode stages = set(FOUR).expect(200).json().path("items");
        String id = desk.apply(job, "lee@example.org");

        JsonNode fewer =
                set("""
                [{"name":"Phone screen","phase":"in-review"},
                 {"id":"%s","name":"Last round","phase":"interview"}]
                """
                                .formatted(id(stages, 3)))
                        .expect(200)
                        .json()
                        .path("items");

        assertThat(id(fewer, 0)).isEqualTo(id(stages, 1));
        assertThat(id(fewer, 1)).isEqualTo(id(stages, 3));
        assertThat(fewer.path(2).path("retired").asBoolean()).isTrue();
        assertThat(stage(id)).isEqualTo("Received");
        move(id, "{\"stage\":\"%s\"}".formatted(id(stages, 2)))
                .expectProblem(422, "invalid-input", "/stage");
    }

    @Test
    void copiesTheUsualTemplateIntoNewJobsAndLeavesThemAloneLater() {
        String first = template("{\"name\":\"One\",\"stages\":%s,\"usual\":true}".formatted(FOUR));
        String second =
                template(
                        "{\"name\":\"Two\",\"usual\":true,\"stages\":[{\"name\":\"Desk\",\"phase\":\"new\"}]}");
        assertThat(hana.get("/v1/stage-templates/" + first).json().path("usual").asBoolean())
                .isFalse();
        String made = desk.openJob();

        ApiAnswer before = hana.get("/v1/stage-templates/" + second);
        hana.patch(
                        "/v1/stage-templates/" + second,
                        before.etag(),
                        "{\"stages\":[{\"name\":\"Counter\",\"phase\":\"new\"}],\"usual\":false}")
                .expect(200);

        assertThat(rita.get("/v1/jobs/" + made + "/stages").json().at("/items/0/name").asString())
                .isEqualTo("Desk");
        rita.post("/v1/stage-templates", "{\"name\":\"Mine\",\"stages\":%s}".formatted(FOUR))
                .expect(403);
    }

    private String template(String body) {
        return hana.post("/v1/stage-templates", body).expect(201).id();
    }

    private ApiAnswer set(String stages) {
        return rita.with("If-Match", rita.get("/v1/jobs/" + job + "/stages").etag())
                .call(
                        "PUT",
                        "/v1/jobs/" + job + "/stages",
                        "application/json",
                        "{\"stages\":%s}".formatted(stages).getBytes(UTF_8));
    }

    private ApiAnswer move(String application, String body) {
        return rita.post("/v1/applications/" + application + "/transitions", body);
    }

    private String stage(String application) {
        return rita.get("/v1/applications/" + application).json().at("/stage/name").asString();
    }

    private static String id(JsonNode stages, int index) {
        return stages.path(index).path("id").asString();
    }
}
