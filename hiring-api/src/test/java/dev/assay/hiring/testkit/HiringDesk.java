package dev.assay.hiring.testkit;

import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.skills.Skills.NewSkill;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a recruiter does all day, over HTTP: opens jobs, hands applications in. */
public final class HiringDesk {
    private static final JsonMapper JSON = new JsonMapper();

    private final ApiClient recruiter;

    public HiringDesk(ApiClient recruiter) {
        this.recruiter = recruiter;
    }

    /** Makes a skill known that no other test has heard of, and returns its URI. */
    public static String newSkill(ApplicationUnderTest application, String label) {
        URI uri = URI.create("https://skills.example/" + UUID.randomUUID());
        application.bean(Skills.class).add(List.of(new NewSkill(uri, label, "Test vocabulary")));
        return uri.toString();
    }

    /** One requirement of a job, as JSON. */
    public static ObjectNode requirement(String skillUri, int importance) {
        ObjectNode requirement = JsonNodeFactory.instance.objectNode();
        requirement.putObject("skill").put("uri", skillUri);
        return requirement.put("importance", importance);
    }

    /** Writes a job with these requirements and opens it; returns its id. */
    public String openJob(JsonNode... requirements) {
        ObjectNode job = JsonNodeFactory.instance.objectNode();
        job.put("title", "Data analyst")
                .put("description", "Reads figures and says what they mean.");
        job.putArray("requirements").addAll(Arrays.asList(requirements));
        ApiAnswer draft = recruiter.post("/v1/jobs", job.toString()).expect(201);
        recruiter
                .patch("/v1/jobs/" + draft.id(), draft.etag(), "{\"status\":\"open\"}")
                .expect(200);
        return draft.id();
    }

    /** An application by somebody whose address is vouched for, as JSON. */
    public static ObjectNode application(String email, JsonNode... documents) {
        ObjectNode application = JsonNodeFactory.instance.objectNode();
        application
                .putObject("candidate")
                .put("givenName", "Kim")
                .put("familyName", "Example")
                .put("email", email)
                .put("emailVerified", true);
        var credentials = application.putArray("credentials");
        for (JsonNode document : documents) {
            credentials.addObject().set("document", document);
        }
        return application;
    }

    /** Hands an application in, whatever comes of it. */
    public ApiAnswer submit(String job, JsonNode application) {
        return recruiter.post(
                "/v1/jobs/" + job + "/applications",
                ApiClient.JSON,
                JSON.writeValueAsString(application).getBytes(StandardCharsets.UTF_8));
    }

    /** Hands an application in, and returns its id. */
    public String apply(String job, String email, JsonNode... documents) {
        return submit(job, application(email, documents)).expect(201).id();
    }

    /** Writes a rubric with so many criteria; returns its id. */
    public String writeRubric(String skillId, String method, int criteria) {
        ObjectNode rubric = JsonNodeFactory.instance.objectNode();
        rubric.put("name", "A rubric").put("method", method).put("skillId", skillId);
        var list = rubric.putArray("criteria");
        for (int i = 0; i < criteria; i++) {
            list.addObject()
                    .put("name", "Criterion " + i)
                    .putArray("levels")
                    .add("a")
                    .add("b")
                    .add("c")
                    .add("d")
                    .add("e");
        }
        return recruiter.post("/v1/rubrics", rubric.toString()).expect(201).id();
    }

    /** The current score of an application. */
    public JsonNode score(String application) {
        return recruiter.get("/v1/applications/" + application + "/score").expect(200).json();
    }
}
