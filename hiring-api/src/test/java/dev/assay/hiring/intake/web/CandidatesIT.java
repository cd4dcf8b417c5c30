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
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WithApplication(shared = true)
class CandidatesIT {

    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final String sql;
    private final String welding;
    private final Badges school = new Badges();
    private final String email = UUID.randomUUID() + "@example.org";

    CandidatesIT(ApplicationUnderTest application, ApiClient api) {
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(application, "SQL");
        this.welding = HiringDesk.newSkill(application, "Welding");
    }

    @Nested
    class Reading {

        @Test
        void showsWhoTheyAreAndWhatTheyAppliedTo() {
            JsonNode first = desk.submit(desk.openJob(), application(email)).expect(201).json();
            JsonNode second = desk.submit(desk.openJob(), application(email)).expect(201).json();

            ApiAnswer answer = rita.get(candidate(first)).expect(200);

            JsonNode shown = answer.json();
            assertThat(shown.path("givenName").asString()).isEqualTo("Kim");
            assertThat(shown.path("email").asString()).isEqualTo(email);
            assertThat(shown.path("emailStatus").asString()).isEqualTo("asserted");
            assertThat(shown.path("phone").isNull()).isTrue();
            assertThat(shown.path("applications"))
                    .extracting(application -> application.path("id").asString())
                    .containsExactly(id(first), id(second));
            rita.with("If-None-Match", answer.etag()).get(candidate(first)).expect(304);
        }

        @Test
        void pagesThroughThemNewestFirst() {
            String older = candidateId(desk.submit(desk.openJob(), application(email)).json());
            String newer =
                    candidateId(desk.submit(desk.openJob(), application("x" + email)).json());
            List<String> seen = new ArrayList<>();
            String path = "/v1/candidates?limit=1";
            while (!seen.contains(older)) {
                ApiAnswer page = rita.get(path).expect(200);
                seen.add(page.json().at("/items/0/id").asString());
                path = "/v1/candidates?limit=1&after=" + page.json().path("next").asString();
            }
            assertThat(seen).startsWith(newer).doesNotHaveDuplicates();
        }

        @Test
        void saysWhoElseGaveTheAddress() {
            JsonNode known = desk.submit(desk.openJob(), application(email)).expect(201).json();
            JsonNode other = desk.submit(desk.openJob(), unconfirmed()).expect(201).json();

            assertThat(rita.get(candidate(known)).json().path("possibleDuplicates"))
                    .extracting(JsonNode::asString)
                    .containsExactly(candidateId(other));
        }
    }

    @Nested
    class Correcting {

        @Test
        void putsRightWhatWasWrong() {
            JsonNode filed = desk.submit(desk.openJob(), application(email)).expect(201).json();
            ApiAnswer before = rita.get(candidate(filed));

            ApiAnswer after =
                    rita.patch(
                                    candidate(filed),
                                    before.etag(),
                                    "{\"givenName\":\"Kimberly\",\"phone\":\"+1 555 0100\"}")
                            .expect(200);

            assertThat(after.json().path("givenName").asString()).isEqualTo("Kimberly");
            assertThat(after.json().path("familyName").asString()).isEqualTo("Example");
            assertThat(after.json().path("phone").asString()).isEqualTo("+1 555 0100");
            assertThat(rita.get(candidate(filed)).etag()).isEqualTo(after.etag());
            rita.patch(candidate(filed), before.etag(), "{\"givenName\":\"Kay\"}")
                    .expectProblem(412, "stale-version");
        }

        @Test
        void doesNotChangeAnAddress() {
            JsonNode filed = desk.submit(desk.openJob(), application(email)).expect(201).json();

            rita.patch(candidate(filed), rita.get(candidate(filed)).etag(), "{\"email\":\"a@b.c\"}")
                    .expectProblem(400, "unknown-field", "/email");
            rita.patch(candidate(filed), rita.get(candidate(filed)).etag(), "{\"givenName\":\" \"}")
                    .expectProblem(422, "invalid-input", "/givenName");
        }

        @Test
        void isNotTheAuditorsToDo() {
            JsonNode filed = desk.submit(desk.openJob(), application(email)).expect(201).json();

            api.as(Person.ADA)
                    .patch(candidate(filed), rita.get(candidate(filed)).etag(), "{}")
                    .expectProblem(403, "forbidden");
        }
    }

    @Nested
    class Merging {

        private final String analysts = desk.openJob(requirement(sql, 1), requirement(welding, 1));
        private final String welders = desk.openJob(requirement(sql, 1), requirement(welding, 1));

        @Test
        void letsEvidenceOfBothCountForBoth() {
            new Registry(api).register(school.issuerId(), "recognised");
            JsonNode one =
                    desk.submit(analysts, application(email, school.badge(email, sql)))
                            .expect(201)
                            .json();
            JsonNode other =
                    desk.submit(welders, unconfirmed(school.badge(email, welding)))
                            .expect(201)
                            .json();
            double alone = settled(id(one), score -> score > 0);
            double potential = desk.score(id(other)).path("potential").asDouble();

            merge(one, other).expect(200);

            // The other one's badge stays unconfirmed: it is open, and shows in the potential.
            Eventually.get(
                    () -> desk.score(id(one)),
                    score ->
                            score.path("score").asDouble() == alone
                                    && score.path("potential").asDouble() > alone);
            Eventually.get(
                    () -> desk.score(id(other)),
                    score ->
                            score.path("score").asDouble() == alone
                                    && score.path("potential").asDouble() > potential);
            assertThat(rita.get("/v1/applications/" + id(one)).json().path("credentials"))
                    .hasSize(2);

            part(one, other).expect(200);

            Eventually.get(
                    () -> desk.score(id(one)),
                    score -> score.path("potential").asDouble() == alone);
            assertThat(rita.get("/v1/applications/" + id(one)).json().path("credentials"))
                    .hasSize(1);
        }

        @Test
        void leavesOneOpenApplicationToAJobUntilTheyPart() {
            JsonNode one = desk.submit(analysts, application(email)).expect(201).json();
            JsonNode other = desk.submit(analysts, unconfirmed()).expect(201).json();

            merge(one, other).expect(200);

            assertThat(phase(one)).isEqualTo("new");
            assertThat(phase(other)).isEqualTo("withdrawn");
            assertThat(lane()).containsExactly(id(one));
            desk.submit(analysts, application(email)).expectProblem(409, "already-applied");

            part(one, other).expect(200);

            assertThat(phase(other)).isEqualTo("new");
            Eventually.get(this::lane, ids -> ids.size() == 2);
        }

        @Test
        void filesWhatComesLaterUnderWhoStandsForThePerson() {
            JsonNode other = desk.submit(analysts, unconfirmed()).expect(201).json();
            JsonNode one = desk.submit(welders, application(email)).expect(201).json();
            // The one whose address was vouched for becomes part of the other.
            merge(other, one).expect(200);

            desk.submit(analysts, application(email)).expectProblem(409, "already-applied");
            JsonNode later = desk.submit(desk.openJob(), application(email)).expect(201).json();

            assertThat(candidateId(later)).isEqualTo(candidateId(other));
            JsonNode shown = rita.get(candidate(one)).expect(200).json();
            assertThat(shown.path("mergedInto").asString()).isEqualTo(candidateId(other));
            assertThat(shown.path("applications")).hasSize(3);
        }

        @Test
        void knowsWhatWasFiledUnderAnotherNameOfTheirs() {
            JsonNode other = desk.submit(analysts, unconfirmed()).expect(201).json();
            JsonNode one = desk.submit(welders, application(email)).expect(201).json();
            merge(one, other).expect(200);

            desk.submit(analysts, application(email)).expectProblem(409, "already-applied");
        }

        @Test
        void mergesPersonsOfSeveralAndPartsThemAsTheyCame() {
            JsonNode first = desk.submit(analysts, application(email)).expect(201).json();
            JsonNode second = desk.submit(welders, unconfirmed()).expect(201).json();
            JsonNode third = desk.submit(desk.openJob(), unconfirmed()).expect(201).json();
            merge(second, third).expectProblem(409, "email-unconfirmed");
            merge(first, second).expect(200);
            merge(first, third).expect(200);
            assertThat(merged(second))
                    .containsExactlyInAnyOrder(candidateId(first), candidateId(third));

            merge(first, third).expect(200);
            part(first, second).expect(200);

            assertThat(merged(second)).isEmpty();
            assertThat(merged(third)).containsExactly(candidateId(first));
            part(first, second).expectProblem(409, "not-merged");
        }

        @Test
        void refusesWhomNothingJoins() {
            JsonNode one = desk.submit(analysts, application(email)).expect(201).json();
            JsonNode stranger = desk.submit(analysts, application("x" + email)).expect(201).json();

            merge(one, stranger).expectProblem(409, "no-shared-address");
            merge(one, one).expectProblem(422, "invalid-input", "/candidateId");
            rita.with("If-Match", rita.get(candidate(one)).etag())
                    .post(
                            candidate(one) + "/merge",
                            "{\"candidateId\":\"01a20ada-2c00-7a00-8000-0000000000ff\"}")
                    .expectProblem(422, "invalid-input", "/candidateId");
            rita.post(
                            candidate(one) + "/merge",
                            "{\"candidateId\":\"%s\"}".formatted(candidateId(stranger)))
                    .expectProblem(428, "precondition-required");
        }

        private List<String> merged(JsonNode filed) {
            List<String> ids = new ArrayList<>();
            rita.get(candidate(filed))
                    .json()
                    .path("mergedWith")
                    .forEach(id -> ids.add(id.asString()));
            return ids;
        }

        private List<String> lane() {
            List<String> ids = new ArrayList<>();
            rita.get("/v1/jobs/" + analysts + "/ranking?lane=no-evidence")
                    .json()
                    .path("items")
                    .forEach(item -> ids.add(item.path("applicationId").asString()));
            return ids;
        }

        private double settled(String application, java.util.function.DoublePredicate wanted) {
            return Eventually.get(
                    () -> desk.score(application).path("score").asDouble(), wanted::test);
        }

        private ApiAnswer merge(JsonNode survivor, JsonNode other) {
            return join("merge", survivor, other);
        }

        private ApiAnswer part(JsonNode survivor, JsonNode other) {
            return join("part", survivor, other);
        }

        private ApiAnswer join(String how, JsonNode survivor, JsonNode other) {
            return rita.with("If-Match", rita.get(candidate(survivor)).etag())
                    .post(
                            candidate(survivor) + "/" + how,
                            "{\"candidateId\":\"%s\"}".formatted(candidateId(other)));
        }

        private String phase(JsonNode filed) {
            return rita.get("/v1/applications/" + id(filed)).json().path("phase").asString();
        }
    }

    private ObjectNode unconfirmed(JsonNode... documents) {
        ObjectNode submission = application(email, documents);
        submission.withObjectProperty("candidate").put("emailVerified", false);
        return submission;
    }

    private static String id(JsonNode filed) {
        return filed.required("id").asString();
    }

    private static String candidateId(JsonNode filed) {
        return filed.required("candidateId").asString();
    }

    private static String candidate(JsonNode filed) {
        return "/v1/candidates/" + candidateId(filed);
    }
}
