package dev.assay.hiring.training.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static dev.assay.hiring.testkit.TrainingRoom.exactly;
import static dev.assay.hiring.testkit.TrainingRoom.need;
import static dev.assay.hiring.testkit.TrainingRoom.share;
import static dev.assay.hiring.testkit.TrainingRoom.supposed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.TrainingRoom;
import dev.assay.hiring.testkit.WithApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The worked example of docs/training-cost.md and what real badges save, over HTTP. */
@WithApplication(shared = true)
class TrainingEstimatesIT {

    private static String[] skills = {};
    private static String exact = "";
    private static String uncertain = "";

    private final ApplicationUnderTest application;
    private final ApiClient rita;
    private final ApiClient hana;
    private final TrainingRoom room;
    private final ApiClient api;

    TrainingEstimatesIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
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
        uncertain = new TrainingRoom(api).workedExample(false, skills);
    }

    @Test
    void theWorkedExampleComesOutToTheCent() {
        ApiAnswer made =
                rita.post(
                                "/v1/training-estimates",
                                """
                                {"roleProfileId": "%s", "evidence": %s, "seed": 7, "asOf": "2026-06-30"}
                                """
                                        .formatted(exact, supposed(skills)))
                        .expect(201);

        JsonNode estimate = made.json();
        assertThat(means(estimate)).containsExactly("7363.17", "4839.61", "2523.56");
        assertThat(column(estimate, "/components", "name", "saving"))
                .containsEntry("trainee-time", "1096.25")
                .containsEntry("direct", "402.24")
                .containsEntry("mentor", "296.61")
                .containsEntry("sessions", "206.8")
                .containsEntry("ramp-up", "521.66");
        assertThat(column(estimate, "/attribution", "credentialId", "saving"))
                .containsEntry("sql-badge", "1813.92")
                .containsEntry("viz-badge", "709.64");
        assertThat(column(estimate, "/modules", "name", "decision"))
                .containsEntry("SQL", "waive")
                .containsEntry("Visualisation", "test-out")
                .containsEntry("Company tools", "take")
                .containsEntry("Compliance", "take");
        assertThat(column(estimate, "/modules", "name", "coverage"))
                .containsEntry("SQL", "0.855")
                .containsEntry("Visualisation", "0.568");
        assertThat(estimate.at("/premiumCeiling/0/percent").asString()).isEqualTo("5.23");
        assertThat(estimate.at("/premium/cost").asString()).startsWith("4827");
        assertThat(estimate.at("/payback/baselineMonths").asString()).isEqualTo("10.75");
        assertThat(estimate.at("/payback/expectedMonths").asString()).isEqualTo("4.84");
        assertThat(estimate.path("basis").asString()).isEqualTo("supposed");
        assertThat(codes(estimate)).contains("evidence-supposed", "above-survey", "not-calibrated");
        assertThat(made.header("Location")).contains("/v1/training-estimates/" + made.id());
        assertThat(rita.get("/v1/training-estimates/" + made.id()).expect(200).text())
                .isEqualTo(made.text());
    }

    @Test
    void theSameRequestGivesTheSameDigitsOnAnyNumberOfThreads() throws Exception {
        String order =
                """
                {"roleProfileId": "%s", "evidence": %s, "seed": 7, "asOf": "2026-06-30"}
                """
                        .formatted(uncertain, supposed(skills));
        var here = room.estimate(order).expect(201).json();
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            var there = one.submit(() -> room.estimate(order).expect(201).json()).get();
            assertThat(withoutIdentity(there)).isEqualTo(withoutIdentity(here));
        }
        assertThat(here.at("/saving/mean").decimalValue()).isBetween(dec("2600"), dec("2616"));
        assertThat(here.at("/saving/p10").decimalValue()).isBetween(dec("2276"), dec("2286"));
        assertThat(here.at("/saving/p90").decimalValue()).isBetween(dec("2954"), dec("2964"));
        assertThat(here.at("/tornado/0/input").asString()).isEqualTo("role.rampUp.transfer");
        // Another seed, other digits and another name.
        var other = room.estimate(order.replace("\"seed\": 7", "\"seed\": 8")).expect(201).json();
        assertThat(other.path("inputsDigest")).isNotEqualTo(here.path("inputsDigest"));
        assertThat(other.path("saving")).isNotEqualTo(here.path("saving"));
    }

    @Test
    void aBadgeSavesByTheStrengthThatItsScoreHas() {
        Badges school = new Badges();
        new Registry(api).register(school.issuerId(), "recognised");
        HiringDesk desk = new HiringDesk(rita);
        ObjectNode requirement = requirement(skills[0], 5);
        requirement.put("level", 3);
        String job = desk.openJob(requirement);
        String filed =
                desk.apply(
                        job,
                        "lou@example.org",
                        school.badge("lou@example.org", skills[0], 3),
                        school.expired("lou@example.org", skills[1]));
        String path = "/v1/applications/" + filed + "/training-estimate";

        rita.get(path).expectProblem(409, "no-role-profile");
        rita.patch(
                        "/v1/jobs/" + job,
                        rita.get("/v1/jobs/" + job).etag(),
                        "{\"roleProfileId\":\"%s\"}".formatted(exact))
                .expect(200);
        JsonNode estimate = rita.get(path).expect(200).json();

        JsonNode scored = desk.score(filed).at("/requirements/0");
        JsonNode sql =
                estimate.path("evidence")
                        .valueStream()
                        .filter(line -> line.path("standing").asString().equals("in-force"))
                        .findFirst()
                        .orElseThrow();
        assertThat(sql.path("strength").decimalValue())
                .isEqualByComparingTo(scored.at("/evidence/0/strength").decimalValue())
                .isEqualByComparingTo("0.8");
        assertThat(sql.path("credentialId")).isEqualTo(scored.at("/evidence/0/itemId"));
        // 0.9 of 0.8 may test out and not be waived: 34.164 * 1.5 + 0.28 * (1327.936 + 150).
        assertThat(column(estimate, "/modules", "name", "decision"))
                .containsEntry("SQL", "test-out")
                .containsEntry("Visualisation", "take");
        assertThat(column(estimate, "/modules", "name", "cost")).containsEntry("SQL", "465.07");
        assertThat(estimate.path("basis").asString()).isEqualTo("application");
        assertThat(codes(estimate)).contains("evidence-lapsed").doesNotContain("evidence-supposed");
        assertThat(estimate.has("id")).isFalse();

        // Asked to be kept, it is the same, and it stays when the terms change.
        ApiAnswer kept =
                rita.post("/v1/training-estimates", "{\"applicationId\":\"%s\"}".formatted(filed))
                        .expect(201);
        assertThat(kept.json().path("inputsDigest")).isEqualTo(estimate.path("inputsDigest"));
        assertThat(withoutIdentity(kept.json())).isEqualTo(withoutIdentity(estimate));
        assertThat(
                        rita.get("/v1/training-estimates?applicationId=" + filed)
                                .json()
                                .at("/items/0/id")
                                .asString())
                .isEqualTo(kept.id());
        rita.post(
                        "/v1/training-estimates",
                        """
                        {"applicationId": "%s", "evidence": %s}
                        """
                                .formatted(filed, supposed(skills)))
                .expectProblem(422, "invalid-input", "/evidence");
        api.as(Person.OMAR).get(path).expectProblem(404, "not-found");
    }

    @Test
    void theLedgerOverridesWithAReasonAndNeverWithout() {
        String role = room.workedExample(true, skills);
        String line = room.assumption(role, "mentorHourly", exactly(52), "USD an hour");
        String order = "{\"roleProfileId\":\"%s\",\"draws\":256}".formatted(role);
        JsonNode before = room.estimate(order).expect(201).json();
        assertThat(before.at("/assumptions/0/input").asString()).isEqualTo("mentorHourly");
        assertThat(fieldsOf(before, "source-missing")).doesNotContain("mentorHourly");

        String path = "/v1/assumptions/" + line;
        room.change(path, "{\"value\":{\"value\":62}}");
        room.estimate(order).expectProblem(409, "training-terms-unsound");
        room.change(path, "{\"overrideReason\":\"Seniors mentor now\"}");
        JsonNode after = room.estimate(order).expect(201).json();

        // Fifteen hours of mentors at ten more.
        assertThat(
                        after.at("/baseline/mean")
                                .decimalValue()
                                .subtract(before.at("/baseline/mean").decimalValue()))
                .isEqualByComparingTo("150.00");
        JsonNode changed =
                hana.get("/v1/audit-events?limit=200")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(event -> event.toString().contains(line))
                        .filter(event -> event.toString().contains("assumption.changed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(changed.toString()).contains("before", "after", "mentorHourly");
        assertThat(
                        hana.get("/v1/assumptions?roleProfileId=" + role)
                                .json()
                                .at("/items/0/overrideReason")
                                .asString())
                .isEqualTo("Seniors mentor now");
    }

    @Test
    void aChangedInputIsShownWithWhatItWas() {
        JsonNode estimate =
                room.estimate(
                                """
                                {"roleProfileId": "%s", "draws": 256, "changes": [
                                 {"input": "mentorHourly", "value": {"value": 62}, "reason": "What if seniors mentor"}]}
                                """
                                        .formatted(exact))
                        .expect(201)
                        .json();

        assertThat(estimate.at("/changes/0/from/value").asDouble()).isEqualTo(52);
        assertThat(estimate.at("/changes/0/to/value").asDouble()).isEqualTo(62);
        assertThat(estimate.at("/baseline/mean").asString()).isEqualTo("7513.17");
    }

    @Test
    void moneyOfAnotherCurrencyNeedsARateAndIsMultipliedByIt() {
        String order =
                "{\"roleProfileId\":\"%s\",\"draws\":256,\"asOf\":\"2026-06-30\",\"currency\":\"EUR\"%s}";
        room.estimate(order.formatted(exact, ""))
                .expectProblem(422, "invalid-input", "/exchangeRates");
        String rates =
                ",\"exchangeRates\":[{\"from\":\"USD\",\"to\":\"EUR\",\"rate\":0.5,\"date\":\"%s\",\"source\":\"A bank\"}]";
        room.estimate(order.formatted(exact, rates.formatted("2026-07-01")))
                .expectProblem(422, "invalid-input", "/exchangeRates");
        JsonNode estimate =
                room.estimate(order.formatted(exact, rates.formatted("2026-06-29")))
                        .expect(201)
                        .json();

        assertThat(estimate.path("currency").asString()).isEqualTo("EUR");
        assertThat(estimate.at("/baseline/mean").decimalValue())
                .isBetween(dec("3681.58"), dec("3681.59"));
        assertThat(estimate.at("/exchangeRates/0/rate").asDouble()).isEqualTo(0.5);
    }

    @Test
    void keptRatesAreTakenByTheirDayUnlessOthersComeWithTheEstimate() {
        room.rate("USD", "CHF", "0.25", "2026-06-01");
        String id = room.rate("USD", "CHF", "0.75", "2026-06-29");
        room.rate("USD", "CHF", "0.5", "2026-06-29");
        room.rate("USD", "CHF", "9", "2026-07-01");
        room.rate("CHF", "USD", "9", "2026-06-30");
        String order =
                "{\"roleProfileId\":\"%s\",\"draws\":256,\"asOf\":\"%s\",\"currency\":\"CHF\"%s}";

        JsonNode kept = chf(order.formatted(exact, "2026-06-30", ""));
        assertThat(kept.at("/baseline/mean").decimalValue())
                .as("the last recorded of the latest day")
                .isBetween(dec("3681.58"), dec("3681.59"));
        assertThat(kept.path("exchangeRates")).hasSize(1);
        assertThat(kept.at("/exchangeRates/0/date").asString()).isEqualTo("2026-06-29");
        assertThat(chf(order.formatted(exact, "2026-06-28", "")).at("/exchangeRates/0/rate"))
                .asString()
                .contains("0.25");
        String given =
                ",\"exchangeRates\":[{\"from\":\"USD\",\"to\":\"CHF\",\"rate\":2,\"date\":\"2026-01-31\",\"source\":\"s\"}]";
        assertThat(chf(order.formatted(exact, "2026-06-30", given)).at("/exchangeRates/0/rate"))
                .asString()
                .contains("2");
        assertThat(
                        room.estimate("{\"roleProfileId\":\"%s\",\"draws\":256}".formatted(exact))
                                .json()
                                .has("exchangeRates"))
                .isFalse();

        ApiClient hana = api.as(Person.HANA);
        hana.patch("/v1/exchange-rates/" + id, "\"1\"", "{\"rate\":0.76}").expect(200);
        hana.patch("/v1/exchange-rates/" + id, "\"2\"", "{\"date\":\"2026-06-28\"}")
                .expectProblem(422, "invalid-input", "/date");
        hana.post(
                        "/v1/exchange-rates",
                        "{\"from\":\"USD\",\"to\":\"ZZZ\",\"rate\":1,\"date\":\"2026-01-01\",\"source\":\"s\"}")
                .expectProblem(422, "invalid-input", "/to");
        api.as(Person.RITA).post("/v1/exchange-rates", "{}").expectProblem(403, "forbidden");
    }

    private JsonNode chf(String order) {
        return room.estimate(order).expect(201).json();
    }

    @Test
    void aRoleLearnsFromTheOneAboveItAndNeverFromItself() {
        ApiClient hana = api.as(Person.HANA);
        String parent = new TrainingRoom(api).fill(skills[0]).get("/v1/role-profiles");
        String child = new TrainingRoom(api).fill(skills[0]).get("/v1/role-profiles");
        String estimate =
                room.estimate("{\"roleProfileId\":\"%s\",\"draws\":256}".formatted(parent))
                        .expect(201)
                        .id();
        hana.post(
                        "/v1/training-actuals",
                        """
                        {"estimateId":"%s","finishedOn":"2026-09-30","spent":{"amount":"9000","currency":"USD"},"ended":"completed"}
                        """
                                .formatted(estimate))
                .expect(201);
        room.change("/v1/role-profiles/" + child, "{\"parentId\":\"" + parent + "\"}");

        JsonNode told =
                hana.get("/v1/training-calibration?roleProfileId=" + child).expect(200).json();
        assertThat(told.path("actuals").asInt()).isZero();
        assertThat(told.path("inherited").asInt()).isEqualTo(1);
        assertThat(told.at("/belief/p50").asDouble()).isGreaterThan(1.3);
        JsonNode learned =
                room.estimate("{\"roleProfileId\":\"%s\",\"draws\":256}".formatted(child))
                        .expect(201)
                        .json();
        assertThat(learned.at("/calibration/factor").toString()).contains("p90");

        String etag = hana.get("/v1/role-profiles/" + parent).etag();
        hana.patch("/v1/role-profiles/" + parent, etag, "{\"parentId\":\"" + child + "\"}")
                .expectProblem(422, "invalid-input", "/parentId");
        hana.patch("/v1/role-profiles/" + parent, etag, "{\"parentId\":\"" + parent + "\"}")
                .expectProblem(422, "invalid-input", "/parentId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"draws\":1000                                        | /draws",
                "\"draws\":131072                                      | /draws",
                "\"currency\":\"ZZZ\"                                  | /currency",
                "\"asOf\":\"2020-01-01\"                               | /asOf",
                "\"seed\":-1                                           | /seed",
                "\"roleProfileId\":null                                | /roleProfileId",
                "\"roleProfileId\":\"01a20ada-2c00-7a00-8000-0000000000ff\" | /roleProfileId",
                "\"applicationId\":\"01a20ada-2c00-7a00-8000-0000000000ff\" | /applicationId",
                "\"offer\":{\"stay\":{\"monthlyLoss\":2}}              | /offer/stay/monthlyLoss",
                "\"evidence\":[{\"credential\":\"c\",\"skill\":{\"uri\":\"SQL\"},\"level\":3,\"strength\":1.1}] | /evidence/0/strength",
                "\"evidence\":[{\"credential\":\"c\",\"skill\":{\"uri\":\"SQL\"},\"level\":6,\"strength\":1}]   | /evidence/0/level",
                "\"evidence\":[{\"credential\":\"c\",\"skill\":{\"uri\":\"urn:x\"},\"level\":3,\"strength\":1}] | /evidence/0/skill",
                "\"evidence\":[{\"credential\":\"c\",\"skill\":{\"uri\":\"OTHER\"},\"level\":3,\"strength\":1}] | /evidence/0/skill",
                "\"changes\":[{\"input\":\"role.pay\",\"value\":{\"value\":1},\"reason\":\"r\"}]                | /changes/0/input",
                "\"changes\":[{\"input\":\"wage.load\",\"value\":{\"value\":0.5},\"reason\":\"r\"}]             | /changes/0/value",
                "\"changes\":[{\"input\":\"wage.load\",\"value\":{\"least\":2},\"reason\":\"r\"}]               | /changes/0/value/value",
                "\"changes\":[{\"input\":\"role.rampUp.initialProductivity\",\"value\":{\"value\":0.95},\"reason\":\"r\"}] | /changes/0/value",
                "\"exchangeRates\":[{\"from\":\"USD\",\"to\":\"USD\",\"rate\":1,\"date\":\"2026-01-01\",\"source\":\"s\"}]  | /exchangeRates/0/to",
                "\"exchangeRates\":[{\"from\":\"USD\",\"to\":\"EUR\",\"rate\":0,\"date\":\"2026-01-01\",\"source\":\"s\"}]  | /exchangeRates/0/rate",
                "\"exchangeRates\":[{\"from\":\"QQQ\",\"to\":\"EUR\",\"rate\":1,\"date\":\"2026-01-01\",\"source\":\"s\"}]  | /exchangeRates/0/from",
            })
    void whatCannotBeEstimatedIsNamedByItsMember(String member, String pointer) {
        String other = HiringDesk.newSkill(application, "Another");
        String role =
                member.contains("roleProfileId") ? "" : "\"roleProfileId\":\"" + exact + "\",";
        room.estimate(
                        "{"
                                + role
                                + member.replace("\"SQL\"", '"' + skills[0] + '"')
                                        .replace("OTHER", other)
                                + "}")
                .expectProblem(422, "invalid-input", pointer);
    }

    @Test
    void anEstimateIsTakenAwayInThreeForms() {
        String id =
                room.estimate("{\"roleProfileId\":\"%s\",\"draws\":256}".formatted(exact))
                        .expect(201)
                        .id();
        String path = "/v1/training-estimates/" + id + "/export";
        for (String[] form :
                new String[][] {
                    {"xlsx", "PK"}, {"csv", "section,item,baseline"}, {"pdf", "%PDF"}
                }) {
            ApiAnswer file = rita.get(path + "?format=" + form[0]).expect(200);
            assertThat(file.text()).startsWith(form[1]);
            assertThat(file.header("Content-Disposition").orElseThrow())
                    .contains("training-estimate-" + id + "." + form[0]);
        }
        rita.get(path + "?format=doc").expectProblem(422, "invalid-input", "/format");
    }

    @Test
    void aRoleAndItsModulesHaveToGoTogether() {
        String stranger = HiringDesk.newSkill(application, "Stranger");
        String module = room.module("Other", share(stranger, 1), exactly(1), 1, 0, 0, 10, 2, 0);
        String wage = room.wage(exactly(20));
        String ramp = "{\"initialProductivity\":{\"value\":0.5},\"weeksTo95\":{\"value\":12}}";
        String body =
                """
                {"name": "R", "skills": [%s], "hoursPerWeek": 40, "rampUp": %s, "horizonWeeks": 26, "modules": [%s], "wagePointId": "%s",
                 "mentorHourly": {"amount": {"value": 52}, "currency": "USD"}, "currency": "USD"}
                """;
        hana.post(
                        "/v1/role-profiles",
                        body.formatted(need(skills[0], 3, 1), ramp, "\"" + module + "\"", wage))
                .expectProblem(422, "invalid-input", "/modules");
        hana.post("/v1/role-profiles", body.formatted(need(skills[0], 3, 1), ramp, "", module))
                .expectProblem(422, "invalid-input", "/wagePointId");

        // Two that need each other are only found out where they meet.
        String first = room.module("First", share(skills[0], 1), exactly(1), 1, 0, 0, 10, 2, 0);
        String second = room.module("Second", share(skills[0], 1), exactly(1), 1, 0, 0, 10, 2, 0);
        room.change(
                "/v1/training-modules/" + first, "{\"prerequisites\":[\"%s\"]}".formatted(second));
        room.change(
                "/v1/training-modules/" + second, "{\"prerequisites\":[\"%s\"]}".formatted(first));
        JsonNode problem =
                hana.post(
                                "/v1/role-profiles",
                                body.formatted(
                                        need(skills[0], 3, 1),
                                        ramp,
                                        "\"%s\",\"%s\"".formatted(first, second),
                                        wage))
                        .expectProblem(422, "invalid-input", "/modules")
                        .json();
        assertThat(problem.toString()).contains(first, second);
    }

    @Test
    void recruitersReadAndEstimateAndDoNotKeepTheTerms() {
        for (String path :
                List.of("/v1/training-modules", "/v1/wage-points", "/v1/role-profiles")) {
            rita.get(path + "?limit=1").expect(200);
            rita.post(path, "{}").expectProblem(403, "forbidden");
        }
        api.as(Person.ADA)
                .post("/v1/training-estimates", "{\"roleProfileId\":\"%s\"}".formatted(exact))
                .expectProblem(403, "forbidden");
    }

    @Test
    void listsArePagedFromTheNewestOn() {
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int i = 0; i < 3; i++) {
            JsonNode page = hana.get("/v1/training-modules?limit=1" + after).expect(200).json();
            seen.add(page.at("/items/0/id").asString());
            after = "&after=" + page.path("next").asString();
        }
        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private static List<String> means(JsonNode estimate) {
        return List.of(
                estimate.at("/baseline/mean").asString(),
                estimate.at("/expected/mean").asString(),
                estimate.at("/saving/mean").asString());
    }

    private static Map<String, String> column(
            JsonNode estimate, String list, String key, String value) {
        Map<String, String> column = new TreeMap<>();
        estimate.at(list)
                .forEach(
                        line -> column.put(line.path(key).asString(), line.path(value).asString()));
        return column;
    }

    private static List<String> codes(JsonNode estimate) {
        return estimate.path("warnings")
                .valueStream()
                .map(warning -> warning.path("code").asString())
                .toList();
    }

    private static List<String> fieldsOf(JsonNode estimate, String code) {
        return estimate.path("warnings")
                .valueStream()
                .filter(warning -> warning.path("code").asString().equals(code))
                .map(warning -> warning.path("field").asString())
                .toList();
    }

    private static JsonNode withoutIdentity(JsonNode estimate) {
        ObjectNode copy = (ObjectNode) estimate.deepCopy();
        copy.remove("id");
        copy.remove("madeAt");
        return copy;
    }

    private static java.math.BigDecimal dec(String number) {
        return new java.math.BigDecimal(number);
    }
}
