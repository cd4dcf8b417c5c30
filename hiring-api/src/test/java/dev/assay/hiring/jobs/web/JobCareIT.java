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

/** Jobs like others, what to look at again, and four eyes before one opens. */
@WithApplication(shared = true)
class JobCareIT {

    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final String sql;

    JobCareIT(ApplicationUnderTest node, ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(node, "SQL");
    }

    @Test
    void writesADraftLikeAnotherWithItsStages() {
        String job = desk.openJob(requirement(sql, 1));
        rita.with("If-Match", rita.get("/v1/jobs/" + job).etag())
                .call(
                        "PUT",
                        "/v1/jobs/" + job + "/stages",
                        "application/json",
                        "{\"stages\":[{\"name\":\"Desk\",\"phase\":\"new\"}]}".getBytes(UTF_8))
                .expect(200);
        desk.apply(job, "lee@example.org");

        JsonNode like = rita.post("/v1/jobs/" + job + "/clone", "").expect(201).json();

        assertThat(like.path("status").asString()).isEqualTo("draft");
        assertThat(like.path("requirementsFrozen").asBoolean()).isFalse();
        assertThat(like.path("requirements"))
                .isEqualTo(rita.get("/v1/jobs/" + job).json().path("requirements"));
        String path = "/v1/jobs/" + like.path("id").asString() + "/stages";
        assertThat(rita.get(path).json().at("/items/0/name").asString()).isEqualTo("Desk");
        assertThat(rita.get(path).json().at("/items/0/id"))
                .isNotEqualTo(rita.get("/v1/jobs/" + job + "/stages").json().at("/items/0/id"));
    }

    @Test
    void opensNothingUnapprovedWhereTheEmployerWantsFourEyes() {
        rule(true);
        try {
            String job = draft();
            String path = "/v1/jobs/" + job;
            open(job, "").expectProblem(409, "approval-needed");
            step(hana, job, "{\"step\":\"approved\"}").expectProblem(409, "illegal-approval");
            step(rita, job, "{\"step\":\"requested\"}").expect(201);
            step(rita, job, "{\"step\":\"approved\"}").expect(403);
            step(hana, job, "{\"step\":\"declined\"}")
                    .expectProblem(422, "invalid-input", "/reason");
            step(hana, job, "{\"step\":\"declined\",\"reason\":\"Say what it pays.\"}").expect(201);
            open(job, "").expectProblem(409, "approval-needed");

            step(rita, job, "{\"step\":\"requested\"}").expect(201);
            step(hana, job, "{\"step\":\"approved\"}").expect(201);
            open(job, ",\"title\":\"Another\"").expectProblem(409, "approval-needed");
            rita.patch(path, rita.get(path).etag(), "{\"title\":\"Another\"}").expect(200);
            open(job, "").expectProblem(409, "approval-needed");

            step(hana, job, "{\"step\":\"requested\"}").expect(201);
            step(hana, job, "{\"step\":\"approved\"}").expectProblem(409, "illegal-approval");
            step(rita, draft(), "{\"step\":\"requested\"}").expect(201);
        } finally {
            rule(false);
        }
        String job = draft();
        step(rita, job, "{\"step\":\"requested\"}").expect(201);
        step(hana, job, "{\"step\":\"approved\"}").expect(201);
        open(job, "").expect(200);
        step(rita, job, "{\"step\":\"requested\"}").expectProblem(409, "illegal-approval");
        assertThat(rita.get("/v1/jobs/" + job + "/approval").json().path("items")).hasSize(2);
    }

    private void rule(boolean approval) {
        hana.patch(
                        "/v1/job-rule",
                        hana.get("/v1/job-rule").etag(),
                        "{\"approvalByAnother\":%s}".formatted(approval))
                .expect(200);
    }

    private String draft() {
        return rita.post("/v1/jobs", "{\"title\":\"Analyst\",\"description\":\"Counts.\"}")
                .expect(201)
                .id();
    }

    private ApiAnswer open(String job, String more) {
        return rita.patch(
                "/v1/jobs/" + job,
                rita.get("/v1/jobs/" + job).etag(),
                "{\"status\":\"open\"%s}".formatted(more));
    }

    private ApiAnswer step(ApiClient who, String job, String body) {
        return who.with("If-Match", rita.get("/v1/jobs/" + job).etag())
                .post("/v1/jobs/" + job + "/approval", body);
    }
}
