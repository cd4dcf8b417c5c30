package dev.assay.hiring.scoring.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A policy from the first thought to every score. */
@WithApplication(shared = true)
class PoliciesIT {

    private static final String STRICTER =
            """
            {"name":"Stricter","reason":"Unsupervised tests did not hold up.",
             "assessments":{"withIdentity":10000,"supervised":9000,"unsupervised":5000}}
            """;

    private final ApiClient api;
    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final ApplicationUnderTest node;

    PoliciesIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
    }

    @Test
    void aPolicyIsPreviewedThenActivatedAndEveryOpenScoreFollows(TestDatabase database)
            throws SQLException {
        String sql = HiringDesk.newSkill(node, "SQL");
        String python = HiringDesk.newSkill(node, "Python");
        Badges school = new Badges();
        Badges guild = new Badges();
        new Registry(api).register(school.issuerId(), "trusted");
        new Registry(api).register(guild.issuerId(), "recognised");
        String job = desk.openJob(requirement(sql, 3), requirement(python, 1));
        String abe = desk.apply(job, "abe@example.org", school.badge("abe@example.org", sql));
        String bea = desk.apply(job, "bea@example.org", guild.badge("bea@example.org", sql));
        String cal = desk.apply(job, "cal@example.org", guild.badge("cal@example.org", sql));
        decide(cal);
        // As from a time before inputs were kept: only the evidence itself can say.
        forget(database, bea);

        assertThat(
                        hana.get("/v1/scoring-policies/in-force")
                                .expect(200)
                                .json()
                                .at("/policy/id")
                                .asString())
                .isEqualTo("standard");
        ApiAnswer draft = hana.post("/v1/scoring-policies", STRICTER).expect(201);
        assertThat(draft.json().path("state").asString()).isEqualTo("draft");
        hana.post("/v1/scoring-policies/" + draft.id() + "/activation", "")
                .expectProblem(409, "policy-not-previewed");

        JsonNode effect = previewed(draft.id(), "{\"jobId\":\"" + job + "\"}").at("/items/0");
        assertThat(effect.path("applications").asInt()).isEqualTo(2);
        assertThat(effect.path("unmeasured").asInt()).isEqualTo(1);
        assertThat(effect.path("largestLoss").decimalValue()).isEqualByComparingTo("-22.5");
        assertThat(effect.toString()).doesNotContain(abe, cal);
        assertThat(points(abe)).isEqualByComparingTo("48");

        JsonNode operation =
                finished(
                        hana.post("/v1/scoring-policies/" + draft.id() + "/activation", "")
                                .expect(202));
        assertThat(operation.path("done").asInt()).isGreaterThanOrEqualTo(2);
        // 3/4 · 0.8 · 0.5, and for the guild's 3/4 · 1 · 0.5.
        assertThat(points(abe)).isEqualByComparingTo("30");
        Eventually.get(() -> points(bea).doubleValue(), points -> points == 37.5);
        assertThat(points(cal)).isEqualByComparingTo("60");
        assertThat(desk.score(cal).at("/policy/id").asString()).isEqualTo("standard");
        assertThat(desk.score(abe).at("/policy/id").asString()).isEqualTo("custom");
        assertThat(
                        rita.get("/v1/applications/" + abe + "/score/history")
                                .expect(200)
                                .json()
                                .at("/items/0/cause")
                                .asString())
                .isEqualTo("policy-changed");
        assertThat(state(draft.id())).isEqualTo("active");
        assertThat(rankedBy(database, job)).isEqualTo(2);

        JsonNode receipt =
                api.post(
                                "/v1/receipts/verify",
                                rita.get("/v1/applications/" + abe + "/score/receipt")
                                        .expect(200)
                                        .text())
                        .expect(200)
                        .json();
        assertThat(receipt.path("outcome").asString()).as(receipt.toString()).isEqualTo("passed");

        String back =
                hana.post("/v1/scoring-policies", STRICTER.replace("5000", "8000"))
                        .expect(201)
                        .id();
        previewed(back, "{}");
        finished(hana.post("/v1/scoring-policies/" + back + "/activation", "").expect(202));
        assertThat(points(abe)).isEqualByComparingTo("48");
        assertThat(state(draft.id())).isEqualTo("retired");
        hana.post("/v1/scoring-policies/" + draft.id() + "/activation", "")
                .expectProblem(409, "policy-retired");
    }

    @Test
    void whatRewardsLessProofWithMoreIsRefusedByItsField() {
        hana.post(
                        "/v1/scoring-policies",
                        "{\"name\":\"x\",\"reason\":\"x\",\"levels\":{\"reached\":1,\"oneBelow\":2,\"twoBelow\":0}}")
                .expectProblem(422, "invalid-input", "/levels");
        hana.post("/v1/scoring-policies", "{\"name\":\"x\",\"reason\":\"x\",\"secondVoice\":10001}")
                .expectProblem(422, "invalid-input", "/secondVoice");
        rita.post("/v1/scoring-policies", STRICTER).expect(403);
    }

    private void decide(String application) {
        for (String to : new String[] {"interview", "offer", "hired"}) {
            rita.post("/v1/applications/" + application + "/transitions", "{\"to\":\"" + to + "\"}")
                    .expect(200);
        }
    }

    private JsonNode previewed(String policy, String body) {
        JsonNode operation =
                finished(
                        hana.post("/v1/scoring-policies/" + policy + "/previews", body)
                                .expect(202));
        assertThat(state(policy)).isEqualTo("preview");
        return hana.get(operation.path("result").asString()).expect(200).json();
    }

    private JsonNode finished(ApiAnswer accepted) {
        JsonNode operation =
                Eventually.get(
                        () -> hana.get("/v1/operations/" + accepted.id()).expect(200).json(),
                        one -> !one.path("finishedAt").isNull());
        assertThat(operation.path("state").asString())
                .as(operation.toString())
                .isEqualTo("succeeded");
        return operation;
    }

    private String state(String policy) {
        return hana.get("/v1/scoring-policies/" + policy)
                .expect(200)
                .json()
                .path("state")
                .asString();
    }

    private java.math.BigDecimal points(String application) {
        return desk.score(application).path("score").decimalValue();
    }

    private static void forget(TestDatabase database, String application) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "update score_history set inputs_text = null where application_id = '"
                                            + application
                                            + "'"))
                    .isPositive();
        }
    }

    private static int rankedBy(TestDatabase database, String job) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from application_score s join scoring_policy p on p.number = s.policy_number"
                                        + " and p.employer_id = s.employer_id and p.state = 'active' where s.job_id = '"
                                        + job
                                        + "'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
