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
import dev.assay.hiring.testkit.WithApplication;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code Prefer: respond-async}. */
@WithApplication(shared = true)
class DeferredSubmissionIT {

    private static final Set<String> FINAL = Set.of("succeeded", "failed", "cancelled");

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private String skill = "";
    private String job = "";

    DeferredSubmissionIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
    }

    @BeforeEach
    void openAJob() {
        skill = HiringDesk.newSkill(node, "SQL");
        job = desk.openJob(requirement(skill, 3));
    }

    @Test
    void acceptsNowAndFilesSoon() {
        Badges school = new Badges();
        ApiAnswer accepted =
                defer(application("ivo@example.org", school.badge("ivo@example.org", skill)))
                        .expect(202);

        assertThat(accepted.header("Location")).contains("/v1/operations/" + accepted.id());
        assertThat(accepted.header("Preference-Applied")).contains("respond-async");
        assertThat(accepted.header("Retry-After")).contains("1");
        assertThat(accepted.json().path("kind").asString()).isEqualTo("application-submission");

        ApiAnswer over = over(accepted.id());
        assertThat(over.json().path("state").asString()).as(over.text()).isEqualTo("succeeded");
        assertThat(over.json().path("done").asInt()).isEqualTo(1);
        assertThat(over.json().path("total").asInt()).isEqualTo(1);
        assertThat(over.header("Retry-After")).isEmpty();
        assertThat(over.etag()).isNotBlank();
        JsonNode application = rita.get(over.json().path("result").asString()).expect(200).json();
        assertThat(application.path("jobId").asString()).isEqualTo(job);
        assertThat(application.path("credentials")).hasSize(1);
    }

    @Test
    void saysWhyAnAcceptedApplicationCouldNotBeFiled() {
        desk.apply(job, "lou@example.org");

        JsonNode over = over(defer(application("lou@example.org")).expect(202).id()).json();

        assertThat(over.path("state").asString()).isEqualTo("failed");
        assertThat(over.path("errors").get(0).path("code").asString()).isEqualTo("already-applied");
        assertThat(over.path("result").isNull()).isTrue();
    }

    @Test
    void refusesAtOnceWhatCanBeRefusedAtOnce() {
        rita.with("Prefer", "respond-async")
                .post("/v1/jobs/" + job + "/applications", "{\"candidate\":{}}")
                .expect(422);
        String draft =
                rita.post("/v1/jobs", "{\"title\":\"A draft\",\"description\":\"Not open.\"}")
                        .expect(201)
                        .id();
        rita.with("Prefer", "respond-async")
                .post(
                        "/v1/jobs/" + draft + "/applications",
                        application("kai@example.org").toString())
                .expectProblem(409, "job-not-open");
    }

    @Test
    void listsOnesOwnOperations() {
        String mine = defer(application("una@example.org")).expect(202).id();
        over(mine);

        assertThat(ids(rita)).startsWith(mine);
        assertThat(ids(api.as(Person.HANA))).isEmpty();
        api.as(Person.ADA).get("/v1/operations/" + mine).expect(200);
    }

    @Test
    void cancelsNothingThatIsOverAndNothingForAnAuditor() {
        String mine = defer(application("zoe@example.org")).expect(202).id();
        over(mine);

        rita.post("/v1/operations/" + mine + "/cancel", "")
                .expectProblem(409, "operation-finished");
        api.as(Person.ADA)
                .post("/v1/operations/" + mine + "/cancel", "")
                .expectProblem(403, "forbidden");
    }

    private ApiAnswer defer(JsonNode application) {
        return rita.with("Prefer", "wait=10, respond-async;x=1")
                .post("/v1/jobs/" + job + "/applications", application.toString());
    }

    private ApiAnswer over(String operation) {
        return Eventually.get(
                () -> rita.get("/v1/operations/" + operation).expect(200),
                answer -> FINAL.contains(answer.json().path("state").asString()));
    }

    private static java.util.List<String> ids(ApiClient caller) {
        var ids = new java.util.ArrayList<String>();
        caller.get("/v1/operations")
                .expect(200)
                .json()
                .path("items")
                .forEach(operation -> ids.add(operation.path("id").asString()));
        return ids;
    }
}
