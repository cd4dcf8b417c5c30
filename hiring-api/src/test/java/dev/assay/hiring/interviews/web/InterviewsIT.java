package dev.assay.hiring.interviews.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithApplication(shared = true)
class InterviewsIT {

    private static final String KIT = "kit@example.org";

    private final ApplicationUnderTest node;
    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient ada;
    private final HiringDesk desk;

    private String job = "";
    private String skill = "";
    private String application = "";

    InterviewsIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.ada = api.as(Person.ADA);
        this.desk = new HiringDesk(rita);
    }

    @BeforeEach
    void somebodyApplies() {
        job = desk.openJob(requirement(HiringDesk.newSkill(node, "SQL"), 3));
        skill = rita.get("/v1/jobs/" + job).json().at("/requirements/0/skill/id").asString();
        application = "/v1/applications/" + desk.apply(job, KIT);
    }

    @Test
    void scorecardsAreBlindUntilOnesOwnIsIn() {
        String path = application + "/scorecards";
        rita.post(path, card("yes", "")).expect(201);
        rita.post(path, card("no", "")).expectProblem(409, "scorecard-submitted");

        JsonNode hidden = hana.get(path).expect(200).json().at("/items/0");
        assertThat(hidden.path("blind").asBoolean()).isTrue();
        assertThat(hidden.path("interviewer").asString()).startsWith("person:");
        assertThat(hidden.toString()).doesNotContain("yes", "Listens", "Explained");
        // Who cannot hand one in is nobody to be influenced.
        assertThat(ada.get(path).expect(200).text()).contains("Listens first.");

        hana.post(path, card("mixed", "")).expect(201);
        JsonNode both = hana.get(path).expect(200).json().path("items");
        assertThat(both).hasSize(2);
        assertThat(both.at("/0/note").asString()).isEqualTo("Listens first.");
        assertThat(both.at("/0/attributes/0/note").asString()).isEqualTo("Explained a join.");
        assertThat(both.at("/0/attributes/0/rating").asString()).isEqualTo("yes");

        rita.post(application + "/transitions", "{\"to\":\"interview\"}").expect(200);
        rita.post(path, card("strong-yes", "")).expect(201);
        JsonNode next = hana.get(path).expect(200).json().path("items");
        assertThat(next.at("/0/blind").asBoolean()).isFalse();
        assertThat(next.at("/2/blind").asBoolean()).isTrue();
        rita.post(application + "/transitions", "{\"to\":\"withdrawn\"}").expect(200);
        assertThat(hana.get(path).json().at("/items/2/blind").asBoolean()).isFalse();
        hana.post(path, card("no", "")).expectProblem(409, "application-over");
    }

    @Test
    void whatIsRatedByARubricCountsAsEvidenceAndNothingElseDoes() {
        String path = application + "/scorecards";
        String sample = desk.writeRubric(skill, "work-sample", 1);
        String rubric = desk.writeRubric(skill, "structured-interview", 2);
        JsonNode form = rita.get("/v1/jobs/" + job + "/scorecard-form").expect(200).json();
        assertThat(form.at("/attributes/0/name").asString()).isEqualTo("SQL");
        assertThat(form.at("/attributes/0/rubrics")).hasSize(1);
        assertThat(form.at("/attributes/0/rubrics/0/id").asString()).isEqualTo(rubric);

        rita.post(path, card("yes", byRubric(sample, "[4]")))
                .expectProblem(422, "invalid-input", "/attributes/0/byRubric/rubricId");
        rita.post(path, card("yes", byRubric(rubric, "[4]")))
                .expectProblem(422, "invalid-input", "/attributes/0/byRubric/ratings");
        assertThat(rita.get(path).json().path("items")).isEmpty();
        hana.post(path, card("strong-yes", "")).expect(201);
        JsonNode own = rita.post(path, card("yes", byRubric(rubric, "[4,4]"))).expect(201).json();

        JsonNode score =
                Eventually.get(
                        () -> rita.get(application + "/score").json(),
                        now -> now.path("score").asInt() > 0);
        assertThat(score.at("/requirements/0/evidence/0/kind").asString())
                .isEqualTo("structured-interview");
        assertThat(score.at("/requirements/0/evidence")).hasSize(1);
        assertThat(score.at("/requirements/0/evidence/0/itemId").asString())
                .isEqualTo(own.at("/attributes/0/evidenceId").asString());
    }

    @Test
    void oneOfTheTimesProposedIsTakenOnce() {
        String path = application + "/interviews";
        rita.post(path, slots("2036-01-11T10:00:00Z", "2036-01-11T09:00:00Z"))
                .expectProblem(422, "invalid-input", "/slots/0/end");
        ApiAnswer proposed =
                rita.post(path, slots("2036-01-11T09:00:00Z", "2036-01-11T10:00:00Z")).expect(201);
        String interview = "/v1/interviews/" + proposed.id();
        rita.get(interview + "/calendar").expectProblem(409, "interview-unbooked");
        ada.post(interview + "/booking", "{\"start\":\"2036-01-11T09:00:00Z\"}")
                .expectProblem(403, "forbidden");

        JsonNode booked =
                rita.post(interview + "/booking", "{\"start\":\"2036-01-11T09:00:00Z\"}")
                        .expect(200)
                        .json();
        assertThat(booked.at("/booked/end").asString()).isEqualTo("2036-01-11T10:00:00Z");
        rita.post(interview + "/booking", "{\"start\":\"2036-01-11T09:00:00Z\"}")
                .expectProblem(409, "interview-settled");
        ApiAnswer calendar = rita.get(interview + "/calendar").expect(200);
        assertThat(calendar.response().headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        assertThat(calendar.text())
                .contains("DTSTART:20360111T090000Z", "LOCATION:Room 4\\, left", "Data analyst");

        rita.call("POST", interview + "/cancellation").expect(200);
        rita.call("POST", interview + "/cancellation").expectProblem(409, "interview-settled");
        assertThat(rita.get(interview + "/calendar").text()).contains("STATUS:CANCELLED");
        assertThat(rita.get(path).json().at("/items/0/location").asString())
                .isEqualTo("Room 4, left");
    }

    @Test
    void whatACandidateNeedsIsForHrAdminsAlone() {
        String path = application + "/accommodations";
        String needed =
                hana.post(path, "{\"request\":\"Zq-needs the questions in writing.\"}")
                        .expect(201)
                        .id();

        rita.get(path).expectProblem(403, "forbidden");
        ada.get(path).expectProblem(403, "forbidden");
        assertThat(hana.get(path).expect(200).json().at("/items/0/request").asString())
                .startsWith("Zq-needs");
        for (String place :
                new String[] {"", "/score", "/scorecards", "/interviews", "/transitions"}) {
            assertThat(rita.get(application + place).expect(200).text()).doesNotContain("Zq-");
        }
        String candidate = rita.get(application).json().path("candidateId").asString();
        assertThat(rita.get("/v1/candidates/" + candidate).text()).doesNotContain("Zq-");
        hana.call("DELETE", path + "/" + needed).expect(204);
        hana.call("DELETE", path + "/" + needed).expectProblem(404, "not-found");
        assertThat(hana.get(path).json().path("items")).isEmpty();
    }

    private String card(String rating, String more) {
        return """
        {"recommendation": "%s", "note": "Listens first.",
         "attributes": [{"skillId": "%s", "rating": "%s", "note": "Explained a join."%s}]}
        """
                .formatted(rating, skill, rating, more);
    }

    private static String byRubric(String rubric, String ratings) {
        return """
        , "byRubric": {"rubricId": "%s", "rubricVersion": 1, "ratings": %s,
                       "supervision": "supervised", "performedOn": "2026-05-04"}
        """
                .formatted(rubric, ratings);
    }

    private static String slots(String start, String end) {
        return """
        {"slots": [{"start": "%s", "end": "%s"}], "location": "Room 4, left"}
        """
                .formatted(start, end);
    }
}
