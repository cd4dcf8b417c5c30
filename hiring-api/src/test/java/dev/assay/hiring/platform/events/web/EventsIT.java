package dev.assay.hiring.platform.events.web;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happened, to catch up on. */
@WithApplication(shared = true)
class EventsIT {

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;

    EventsIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
    }

    @Test
    void tellsWhatBecomesOfAnApplication() {
        long before = last();
        String sql = HiringDesk.newSkill(node, "SQL");
        Badges school = new Badges();
        HiringDesk desk = new HiringDesk(rita);
        String job = desk.openJob(requirement(sql, 3));
        String application =
                desk.apply(job, "noor@example.org", school.badge("noor@example.org", sql));
        Eventually.get(() -> types(after(before)), types -> types.contains("score.changed"));
        new Registry(api).register(school.issuerId(), "trusted");

        List<JsonNode> events =
                Eventually.get(
                        () -> after(before),
                        found ->
                                types(found).stream().filter("score.changed"::equals).count() == 2);

        assertThat(types(events))
                .containsExactly(
                        "job.created",
                        "job.changed",
                        "candidate.admitted",
                        "application.submitted",
                        "credential.verified",
                        "score.changed",
                        "issuer.registered",
                        "score.changed");
        JsonNode submitted = events.get(3);
        assertThat(submitted.path("subject").path("kind").asString()).isEqualTo("application");
        assertThat(submitted.path("subject").path("id").asString()).isEqualTo(application);
        assertThat(submitted.path("data").path("job").asString()).isEqualTo(job);
        assertThat(submitted.path("traceId").asString()).matches("[0-9a-f]{32}");
        JsonNode rescored = events.getLast().path("data");
        assertThat(rescored.path("cause").asString()).isEqualTo("issuer-changed");
        assertThat(rescored.path("before").path("score").asDouble()).isZero();
        assertThat(rescored.path("after").path("score").asDouble()).isPositive();
        assertThat(events.toString()).doesNotContain("noor", "Example", "Kim");
    }

    @Test
    void leavesNoGapBetweenPages() {
        HiringDesk desk = new HiringDesk(rita);
        long before = last();
        desk.openJob();
        desk.openJob();
        Eventually.get(() -> after(before), events -> events.size() == 4);

        List<Long> sequences = new ArrayList<>();
        String next = String.valueOf(before);
        while (!next.isEmpty()) {
            ApiAnswer page = rita.get("/v1/events?limit=1&after=" + next).expect(200);
            page.json()
                    .path("items")
                    .forEach(event -> sequences.add(event.path("sequence").asLong()));
            next = page.json().path("next").isNull() ? "" : page.json().path("next").asString();
        }

        assertThat(sequences).containsExactly(before + 1, before + 2, before + 3, before + 4);
    }

    @Test
    void narrowsByTypeAndStaysWithinTheEmployer() {
        long before = last();
        new HiringDesk(rita).openJob();
        Eventually.get(() -> after(before), events -> events.size() == 2);

        JsonNode created =
                rita.get("/v1/events?type=job.created&after=" + before).expect(200).json();

        assertThat(created.path("items")).hasSize(1);
        assertThat(api.as(Person.OMAR).get("/v1/events").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void namesAPlaceThatCannotBe() {
        rita.get("/v1/events?after=-1").expectProblem(422, "invalid-input", "/after");
        rita.get("/v1/events?after=x").expectProblem(400, "malformed-parameter", "/after");
        rita.get("/v1/events?limit=0").expectProblem(422, "invalid-input", "/limit");
    }

    /** Where the employer's events end, all being numbered. */
    private long last() {
        List<JsonNode> all = after(0);
        return all.isEmpty() ? 0 : all.getLast().path("sequence").asLong();
    }

    /** But for the sample's grant, which may get its number only while a test is running. */
    private List<JsonNode> after(long sequence) {
        List<JsonNode> events = new ArrayList<>();
        rita.get("/v1/events?limit=200&after=" + sequence)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(event -> !event.path("type").asString().equals("partner.granted"))
                .forEach(events::add);
        return events;
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asString()).toList();
    }
}
