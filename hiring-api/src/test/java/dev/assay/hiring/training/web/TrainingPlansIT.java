package dev.assay.hiring.training.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static dev.assay.hiring.testkit.TrainingRoom.supposed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.TrainingRoom;
import dev.assay.hiring.testkit.WithApplication;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cohorts, sponsoring, scenarios, and what trainings came to, over HTTP. */
@WithApplication(shared = true)
class TrainingPlansIT {

    private static String[] skills = {};
    private static String exact = "";
    private static String waived = "";

    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient api;
    private final TrainingRoom room;

    TrainingPlansIT(ApiClient api) {
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.room = new TrainingRoom(api);
    }

    @BeforeAll
    static void keepTheExample(ApplicationUnderTest application, ApiClient api) {
        skills =
                List.of("SQL", "Visualisation", "Statistics", "Domain").stream()
                        .map(label -> HiringDesk.newSkill(application, label))
                        .toArray(String[]::new);
        exact = new TrainingRoom(api).workedExample(true, skills);
        waived =
                "[{\"credential\":\"b\",\"skill\":{\"uri\":\"%s\"},\"level\":3,\"strength\":0.95}]"
                        .formatted(skills[0]);
    }

    @Test
    void aSessionFallsAwayOnlyWhenNobodyNeedsIt() {
        int[][] expected = {{5, 750, 0}, {6, 900, 1800}, {10, 1500, 1800}, {12, 1800, 1800}};
        for (int[] line : expected) {
            JsonNode sql =
                    plan(
                                    """
                                    [{"count": %d, "evidence": %s}, {"count": %d}]
                                    """
                                            .formatted(line[0], waived, 30 - line[0]),
                                    "")
                            .expect(201)
                            .json()
                            .path("sessions")
                            .valueStream()
                            .filter(session -> session.path("name").asString().equals("SQL"))
                            .findFirst()
                            .orElseThrow();
            assertThat(sql.path("absorbed").asInt())
                    .as("absorbed by %d", line[0])
                    .isEqualTo(line[1]);
            assertThat(sql.path("avoidable").asInt())
                    .as("avoidable by %d", line[0])
                    .isEqualTo(line[2]);
        }
    }

    @Test
    void startsAreBatchedAndThePlanIsKept() {
        ApiAnswer made =
                plan(
                                """
                                [{"count": 2, "startsOn": "2026-07-01"}, {"count": 1, "startsOn": "2026-07-03"},
                                 {"count": 1, "startsOn": "2026-12-01"}]
                                """,
                                ",\"waitingCostPerDay\":100")
                        .expect(201);

        JsonNode sql = made.json().at("/starts/0");
        assertThat(sql.path("name").asString()).isEqualTo("SQL");
        // Two wait two days for the third; nobody waits until December.
        assertThat(sql.path("cost").asInt()).isEqualTo(2 * 1800 + 400);
        assertThat(sql.at("/batches/0/people").asInt()).isEqualTo(3);
        assertThat(rita.get("/v1/cohort-plans/" + made.id()).expect(200).text())
                .isEqualTo(made.text());
        plan(
                        "[{\"count\":1,\"startsOn\":\"2026-07-01\"},{\"count\":1}]",
                        ",\"waitingCostPerDay\":1")
                .expectProblem(422, "invalid-input", "/hires");
    }

    @Test
    void aLargeCohortIsPlannedAfterwards() {
        ApiAnswer accepted = plan("[{\"count\":400}]", "").expect(202);
        String path = accepted.header("Location").orElseThrow();

        JsonNode over =
                Eventually.get(
                        () -> rita.get(path).json(),
                        operation -> !operation.path("result").isNull());

        assertThat(over.path("kind").asString()).isEqualTo("cohort-plan");
        assertThat(over.path("total").asInt()).isEqualTo(400);
        assertThat(over.path("done").asInt()).isEqualTo(400);
        assertThat(
                        rita.get(over.path("result").asString())
                                .expect(200)
                                .json()
                                .path("hires")
                                .asInt())
                .isEqualTo(400);
    }

    @Test
    void aCohortRefusesWhatItCannotPlanByItsMember() {
        plan("[]", "").expectProblem(422, "invalid-input", "/hires");
        plan("[{\"count\":20000}]", ",\"draws\":16384")
                .expectProblem(422, "invalid-input", "/draws");
        plan("[{\"count\":20000},{\"count\":1}]", "").expectProblem(422, "invalid-input", "/hires");
        plan("[{},{\"applicationId\":\"01a20ada-2c00-7a00-8000-0000000000ff\"}]", "")
                .expectProblem(422, "invalid-input", "/hires/1/applicationId");
        plan("[{\"evidence\":%s}]".formatted(waived.replace("0.95", "2")), "")
                .expectProblem(422, "invalid-input", "/hires/0/evidence/0/strength");
    }

    @Test
    void theCheapestOfSponsoringAndTrainingIsPlanned() {
        String order =
                """
                {"roleProfileId": "%s", "asOf": "2026-06-30", "hires": [{"evidence": %s}, {}], %s
                 "offers": [{"credential": "evening-school", "fee": 400, "completion": 0.8, "covers": [{"skill": {"uri": "%s"}}]}]}
                """;
        ApiAnswer made =
                rita.post("/v1/sponsorship-plans", order.formatted(exact, waived, "", skills[0]))
                        .expect(201);
        JsonNode plan = made.json();

        assertThat(plan.path("proof").asString()).isEqualTo("best");
        assertThat(plan.at("/choices/0/sponsored")).isEmpty();
        assertThat(plan.at("/choices/1/sponsored/0").asString()).isEqualTo("evening-school");
        // What nobody teaches is told, and what everybody takes is in the cost.
        assertThat(plan.at("/left/0/name").asString()).isEqualTo("Domain");
        assertThat(plan.path("cost").decimalValue())
                .isEqualByComparingTo(plan.path("bound").decimalValue());
        assertThat(rita.get("/v1/sponsorship-plans/" + made.id()).expect(200).text())
                .isEqualTo(made.text());

        JsonNode poor =
                rita.post(
                                "/v1/sponsorship-plans",
                                order.formatted(exact, waived, "\"budget\": 10,", skills[0]))
                        .expect(201)
                        .json();
        assertThat(poor.at("/choices/1/sponsored")).isEmpty();
        rita.post(
                        "/v1/sponsorship-plans",
                        order.formatted(exact, waived, "\"budget\": -1,", skills[0]))
                .expectProblem(422, "invalid-input", "/budget");
    }

    @Test
    void scenariosAreComparedWithTheBase() {
        String order =
                """
                {"estimate": {"roleProfileId": "%s", "evidence": %s, "draws": 256}, "scenarios": [
                 {"name": "Seniors mentor", "changes": [{"input": "mentorHourly", "value": {"value": 62}, "reason": "Seniors"}]}]}
                """;
        JsonNode compared =
                rita.post("/v1/training-scenarios", order.formatted(exact, supposed(skills)))
                        .expect(200)
                        .json();

        assertThat(compared.at("/base/baseline/mean").asString()).isEqualTo("7363.17");
        assertThat(compared.at("/scenarios/0/difference/baseline").asString()).isEqualTo("150.0");
        assertThat(compared.at("/scenarios/0/changes/0/from/value").asInt()).isEqualTo(52);
        rita.post(
                        "/v1/training-scenarios",
                        order.formatted(exact, supposed(skills)).replace("mentorHourly", "nothing"))
                .expectProblem(422, "invalid-input", "/scenarios/0/changes/0/input");
        rita.post(
                        "/v1/training-scenarios",
                        order.formatted(exact, supposed(skills)).replace("256", "255"))
                .expectProblem(422, "invalid-input", "/estimate/draws");
    }

    @Test
    void whatTrainingsCameToTeachesTheNextEstimate() {
        Badges school = new Badges();
        new Registry(api).register(school.issuerId(), "recognised");
        HiringDesk desk = new HiringDesk(rita);
        String role = room.workedExample(true, skills);
        String job = desk.openJob(requirement(skills[0], 5));
        String filed =
                desk.apply(job, "nell@example.org", school.badge("nell@example.org", skills[0], 3));
        JsonNode estimate =
                room.estimate(
                                "{\"applicationId\":\"%s\",\"roleProfileId\":\"%s\",\"draws\":256}"
                                        .formatted(filed, role))
                        .expect(201)
                        .json();
        String report =
                """
                {"estimateId": "%s", "finishedOn": "2026-06-30", "spent": {"amount": "%s", "currency": "USD"}, "ended": "completed",
                 "weeksTo95": 10, "rating": 4.5, "premiumPercent": 3}
                """
                        .formatted(estimate.path("id").asString(), "3500.00");
        ApiAnswer recorded = hana.post("/v1/training-actuals", report).expect(201);
        hana.post("/v1/training-actuals", report).expectProblem(409, "actual-recorded");
        rita.post("/v1/training-actuals", report).expectProblem(403, "forbidden");
        hana.post("/v1/training-actuals", report.replace("USD", "EUR").replace("4.5", "7"))
                .expectProblem(422, "invalid-input", "/spent/currency", "/rating");

        JsonNode calibration =
                rita.get("/v1/training-calibration?roleProfileId=" + role).expect(200).json();
        assertThat(calibration.path("actuals").asInt()).isEqualTo(1);
        assertThat(calibration.path("achievements")).hasSize(1);
        assertThat(calibration.at("/belief/p50").asDouble()).isGreaterThan(1);
        JsonNode next =
                room.estimate("{\"roleProfileId\":\"%s\",\"draws\":256}".formatted(role))
                        .expect(201)
                        .json();
        assertThat(next.at("/calibration/actuals").asInt()).isEqualTo(1);
        assertThat(next.at("/baseline/mean").asDouble()).isGreaterThan(7363.17);
        assertThat(
                        hana.get("/v1/training-actuals?roleProfileId=" + role)
                                .json()
                                .at("/items/0/rating")
                                .asDouble())
                .isEqualTo(4.5);
        // A prediction is what the model said, whatever was learned before it.
        ApiAnswer second =
                hana.post(
                                "/v1/training-actuals",
                                report.replace(
                                        estimate.path("id").asString(), next.path("id").asString()))
                        .expect(201);
        assertThat(new java.math.BigDecimal(second.json().at("/predicted/amount").asString()))
                .isBetween(new java.math.BigDecimal("3750"), new java.math.BigDecimal("3900"));

        // Erased, the hire leaves what the training did cost, and nothing of how they did.
        String candidate =
                rita.get("/v1/applications/" + filed).json().path("candidateId").asString();
        String person = "/v1/candidates/" + candidate;
        hana.with("If-Match", hana.get(person).etag()).call("DELETE", person).expect(204);
        JsonNode left =
                hana.get("/v1/training-actuals?roleProfileId=" + role)
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("id").asString().equals(recorded.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(left.has("rating")).isFalse();
        assertThat(left.has("weeksTo95")).isFalse();
        assertThat(left.at("/spent/amount").asString()).isEqualTo("3500.00");
        assertThat(
                        rita.get("/v1/training-calibration?roleProfileId=" + role)
                                .json()
                                .path("achievements"))
                .isEmpty();
    }

    private ApiAnswer plan(String hires, String more) {
        String draws = more.contains("draws") ? "" : ",\"draws\":256";
        return rita.post(
                "/v1/cohort-plans",
                "{\"roleProfileId\":\"%s\",\"hires\":%s,\"asOf\":\"2026-06-30\"%s%s}"
                        .formatted(exact, hires, draws, more));
    }
}
