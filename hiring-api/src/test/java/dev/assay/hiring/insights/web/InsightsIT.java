package dev.assay.hiring.insights.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithApplication
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
        for (String phase : new String[] {"in-review", "interview", "offer", "hired"}) {
            rita.post(
                            "/v1/applications/" + proven + "/transitions",
                            "{\"to\":\"%s\"}".formatted(phase))
                    .expect(200);
        }

        JsonNode insight = rita.get("/v1/insights/advancement?jobId=" + job).expect(200).json();

        assertThat(insight.at("/advancement/0/rate/n").asInt()).isEqualTo(2);
        assertThat(insight.at("/advancement/0/advanced").asInt()).isEqualTo(1);
        assertThat(insight.at("/advancement/0/rate/estimate").asDouble()).isEqualTo(0.5);
        assertThat(insight.at("/advancement/1/rate/n").asInt()).isEqualTo(1);
        assertThat(insight.at("/advancement/1/advanced").asInt()).isZero();
        assertThat(insight.at("/shares/0/applicants/n").asInt()).isEqualTo(3);
        assertThat(insight.at("/shares/0/hires/n").asInt()).isEqualTo(1);
        assertThat(insight.at("/shares/1/applicants/n").asInt()).as("not recorded").isZero();
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
}
