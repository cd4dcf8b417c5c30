package dev.assay.hiring.intake.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Many moves at once, each under the rules of one; and the employer's own reasons. */
@WithApplication(shared = true)
class BulkMovesIT {

    private final ApiClient api;
    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final String sql;
    private final String job;

    BulkMovesIT(ApplicationUnderTest node, ApiClient api) {
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(node, "SQL");
        this.job = desk.openJob(requirement(sql, 1));
    }

    @Test
    void movesEachByItselfAndTellsWhatBecameOfIt() {
        String lee = desk.apply(job, "lee@example.org");
        String kay = desk.apply(job, "kay@example.org");
        String elsewhere = desk.apply(desk.openJob(), "kay@example.org");

        JsonNode answer =
                bulk(
                                moving(lee, "interview"),
                                moving(kay, "hired"),
                                moving(elsewhere, "interview"),
                                "{\"applicationId\":\"%s\",\"to\":\"rejected\"}"
                                        .formatted(desk.apply(job, "una@example.org")))
                        .expect(200)
                        .json();

        assertThat(answer.path("moved").asInt()).isEqualTo(1);
        assertThat(answer.path("refused").asInt()).isEqualTo(3);
        assertThat(answer.at("/items/0/phase").asString()).isEqualTo("interview");
        assertThat(answer.at("/items/1/code").asString()).isEqualTo("illegal-transition");
        assertThat(answer.at("/items/2/code").asString()).isEqualTo("not-found");
        assertThat(answer.at("/items/3/code").asString()).isEqualTo("invalid-input");
        assertThat(answer.at("/items/3/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(phase(lee)).isEqualTo("interview");
        assertThat(phase(kay)).isEqualTo("new");
        assertThat(phase(elsewhere)).isEqualTo("new");
    }

    @Test
    void rejectsNobodyPastOpenEvidenceAndUndoesThatMoveAlone() {
        Badges school = new Badges();
        new Registry(api).register(school.issuerId(), "trusted");
        ObjectNode unconfirmed =
                application("lee@example.org", school.badge("lee@example.org", sql));
        unconfirmed.withObjectProperty("candidate").put("emailVerified", false);
        String undecided = desk.submit(job, unconfirmed).expect(201).id();
        String settled = desk.apply(job, "kay@example.org");

        JsonNode answer =
                bulk(rejecting(undecided, "not-eligible"), rejecting(settled, "not-eligible"))
                        .expect(200)
                        .json();

        assertThat(answer.at("/items/0/code").asString()).isEqualTo("evidence-open");
        assertThat(answer.at("/items/1/phase").asString()).isEqualTo("rejected");
        assertThat(phase(undecided)).isEqualTo("new");
        assertThat(rita.get("/v1/applications/" + undecided + "/transitions").json().path("items"))
                .isEmpty();
    }

    @Test
    void movesManyInTheBackgroundButRejectsNobodyThere() {
        String lee = desk.apply(job, "lee@example.org");
        String kay = desk.apply(job, "kay@example.org");
        ApiClient patient = rita.with("Prefer", "respond-async");

        String operation =
                patient.post(path(), moves(moving(lee, "interview"), moving(kay, "hired")))
                        .expect(202)
                        .id();
        JsonNode done =
                Eventually.get(
                        () -> rita.get("/v1/operations/" + operation).json(),
                        one -> one.path("state").asString().equals("succeeded"));

        assertThat(done.at("/errors/0/code").asString()).isEqualTo("illegal-transition");
        assertThat(done.at("/errors/0/item").asInt()).isEqualTo(2);
        assertThat(phase(lee)).isEqualTo("interview");
        patient.post(path(), moves(moving(lee, "offer"), rejecting(kay, "not-eligible")))
                .expectProblem(422, "invalid-input", "/moves/1/to");
        String many =
                IntStream.range(0, 101)
                        .mapToObj(_ -> rejecting(UUID.randomUUID().toString(), "not-eligible"))
                        .collect(Collectors.joining(","));
        rita.post(path(), "{\"moves\":[" + many + "]}")
                .expectProblem(422, "invalid-input", "/moves/0/to");
    }

    @Test
    void takesAReasonOfTheEmployersOwnForTheOneItRefines() {
        String code = "own-" + UUID.randomUUID();
        String body =
                "{\"code\":\"%s\",\"label\":\"Cannot work nights\",\"refines\":\"not-eligible\"}"
                        .formatted(code);
        ApiAnswer written = hana.post("/v1/transition-reasons", body).expect(201);
        String path = "/v1/transition-reasons/" + written.id();
        hana.post("/v1/transition-reasons", body).expectProblem(409, "code-taken");
        rita.post("/v1/transition-reasons", body).expect(403);
        String lee = desk.apply(job, "lee@example.org");

        bulk(rejecting(lee, code)).expect(200);

        JsonNode move = rita.get("/v1/applications/" + lee + "/transitions").json().at("/items/0");
        assertThat(move.path("reason").asString()).isEqualTo("not-eligible");
        assertThat(move.path("ownReason").asString()).isEqualTo(code);
        hana.patch(path, written.etag(), "{\"retired\":true}").expect(200);
        String kay = desk.apply(job, "kay@example.org");
        JsonNode refused = bulk(rejecting(kay, code)).expect(200).json();
        assertThat(refused.at("/items/0/errors/0/pointer").asString()).isEqualTo("/reason");
    }

    private ApiAnswer bulk(String... moves) {
        return rita.post(path(), moves(moves));
    }

    private String path() {
        return "/v1/jobs/" + job + "/applications/bulk-transitions";
    }

    private static String moves(String... moves) {
        return "{\"moves\":[" + String.join(",", moves) + "]}";
    }

    private static String moving(String application, String to) {
        return "{\"applicationId\":\"%s\",\"to\":\"%s\"}".formatted(application, to);
    }

    private static String rejecting(String application, String reason) {
        return "{\"applicationId\":\"%s\",\"to\":\"rejected\",\"reason\":\"%s\"}"
                .formatted(application, reason);
    }

    private String phase(String application) {
        return rita.get("/v1/applications/" + application).json().path("phase").asString();
    }
}
