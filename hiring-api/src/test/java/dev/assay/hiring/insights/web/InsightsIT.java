package dev.assay.hiring.insights.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.TrainingRoom;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithApplication(shared = true)
class InsightsIT {

    private final ApplicationUnderTest node;
    private final ApiClient api;

    InsightsIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
    }

    @Test
    void countsWhoGotFurtherByWhatIsProven() {
        ApiClient rita = api.as(Person.RITA);
        HiringDesk desk = new HiringDesk(rita);
        String sql = HiringDesk.newSkill(node, "SQL");
        Badges school = new Badges();
        new Registry(api).register(school.issuerId(), "trusted");
        String job = desk.openJob(requirement(sql, 3));
        String proven = desk.apply(job, "ida@example.org", school.badge("ida@example.org", sql));
        desk.apply(job, "jon@example.org", school.badge("jon@example.org", sql));
        desk.apply(job, "pia@example.org");
        rita.post("/v1/applications/" + proven + "/transitions", "{\"to\":\"interview\"}")
                .expect(200);
        hire(rita, proven);

        JsonNode insight = rita.get("/v1/insights/advancement?jobId=" + job).expect(200).json();

        assertThat(insight.at("/advancement/0/rate/n").asInt()).isEqualTo(2);
        assertThat(insight.at("/advancement/0/advanced").asInt()).isEqualTo(1);
        assertThat(insight.at("/advancement/0/rate/estimate").asDouble()).isEqualTo(0.5);
        assertThat(insight.at("/advancement/1/rate/n").asInt()).isEqualTo(1);
        assertThat(insight.at("/advancement/1/advanced").asInt()).isZero();
        assertThat(insight.at("/shares/0/applicants/n").asInt()).isEqualTo(3);
        assertThat(insight.at("/shares/0/hires/n").asInt()).isEqualTo(1);
        assertThat(insight.at("/shares/1/applicants/n").asInt()).isEqualTo(3);
        assertThat(insight.at("/shares/1/applicants/estimate").asInt()).isZero();
        String role = new TrainingRoom(api).fill(sql).get("/v1/role-profiles");
        assertThat(hires(rita, "?roleProfileId=" + role, 0)).isZero();
        new TrainingRoom(api).change("/v1/jobs/" + job, "{\"roleProfileId\":\"" + role + "\"}");
        for (String scope : new String[] {"", "?roleProfileId=" + role}) {
            JsonNode hires = rita.get("/v1/insights/hires" + scope).expect(200).json();
            assertThat(hires.at("/groups/1/hires").asInt()).as("with credentials").isEqualTo(1);
            assertThat(hires.at("/groups/2/hires").asInt()).as("without").isZero();
            assertThat(hires.at("/groups/0/rating90/estimate").asInt()).isEqualTo(4);
            assertThat(hires.at("/groups/0/rating30/n").asInt()).isZero();
            assertThat(hires.at("/groups/0/premiumPaid/estimate").asDouble()).isEqualTo(5);
            assertThat(hires.at("/groups/0/premiumAboveCeiling/n").asInt()).isZero();
            assertThat(hires.at("/groups/5/group").asString()).isEqualTo("achievement");
            assertThat(hires.toString()).contains("10 to 15").doesNotContain(proven);
        }
        assertThat(hires(api.as(Person.OMAR), "", 0)).isZero();
        api.as(Person.OMAR)
                .get("/v1/insights/hires?roleProfileId=" + role)
                .expectProblem(422, "invalid-input", "/roleProfileId");
        assertThat(insight.at("/cautions").toString()).contains("self-selection", "few");
        assertThat(insight.toString()).doesNotContain(proven);

        api.as(Person.OMAR)
                .get("/v1/insights/advancement?jobId=" + job)
                .expectProblem(422, "invalid-input", "/jobId");
        assertThat(
                        api.as(Person.OMAR)
                                .get("/v1/insights/advancement")
                                .expect(200)
                                .json()
                                .at("/advancement/0/rate/n")
                                .asInt())
                .isZero();
    }

    private static int hires(ApiClient who, String scope, int group) {
        return who.get("/v1/insights/hires" + scope)
                .expect(200)
                .json()
                .at("/groups/" + group + "/hires")
                .asInt();
    }

    /** By an offer five percent above the usual, and rated after ninety days. */
    private static void hire(ApiClient rita, String application) {
        String offer =
                rita.post(
                                "/v1/applications/" + application + "/offers",
                                """
                                {"salary":{"amount":"52500","currency":"USD","unit":"YEAR"},"usualAmount":"50000","startDate":"2026-01-05"}
                                """)
                        .expect(201)
                        .id();
        for (String state : new String[] {"approved", "extended", "accepted"}) {
            rita.post("/v1/offers/" + offer + "/transitions", "{\"to\":\"%s\"}".formatted(state))
                    .expect(200);
        }
        String hire =
                rita.get("/v1/hires?applicationId=" + application)
                        .json()
                        .at("/items/0/id")
                        .asString();
        rita.post("/v1/hires/" + hire + "/ratings", "{\"day\":90,\"rating\":4}").expect(201);
    }
}
