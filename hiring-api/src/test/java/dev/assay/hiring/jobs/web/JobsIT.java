package dev.assay.hiring.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithApplication(shared = true)
class JobsIT {

    private static final String MINIMAL =
            """
            {"title": "Data analyst", "description": "Reads figures."}
            """;

    private final ApiClient rita;
    private final HiringDesk desk;
    private final String sql;

    JobsIT(ApplicationUnderTest application, ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(application, "SQL");
    }

    @Nested
    class Creating {

        @Test
        void answersTheDraftWithItsAddressAndVersion() {
            ApiAnswer created = rita.post("/v1/jobs", full()).expect(201);

            assertThat(created.header("Location")).contains("/v1/jobs/" + created.id());
            assertThat(created.etag()).isEqualTo("\"1\"");
            assertThat(created.id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*");
            JsonNode job = created.json();
            assertThat(job.path("status").asString()).isEqualTo("draft");
            assertThat(job.path("title").asString()).isEqualTo("Data analyst");
            assertThat(job.path("locations").path(0).path("city").asString()).isEqualTo("Lund");
            assertThat(job.path("workplaceType").asString()).isEqualTo("hybrid");
            assertThat(job.path("openings").asInt()).isEqualTo(2);
            assertThat(job.path("validThrough").asString()).isEqualTo("2030-01-31T23:00:00Z");
            assertThat(job.path("entryLevel").asBoolean()).isTrue();
            assertThat(job.path("salary").path("max").decimalValue()).isEqualByComparingTo("5500");
            JsonNode requirement = job.path("requirements").path(0);
            assertThat(requirement.path("skill").path("uri").asString()).isEqualTo(sql);
            assertThat(requirement.path("skill").path("name").asString()).isEqualTo("SQL");
            assertThat(requirement.path("skill").path("id").asString()).isNotBlank();
            assertThat(requirement.path("importance").asInt()).isEqualTo(4);
            assertThat(requirement.path("mustHave").asBoolean()).isTrue();
            assertThat(requirement.path("level").asInt()).isEqualTo(3);
            assertThat(rita.get("/v1/jobs/" + created.id()).expect(200).json()).isEqualTo(job);
        }

        @Test
        void showsEveryMemberOfTheShapeAndNullWhereThereIsNothing() {
            JsonNode job = rita.post("/v1/jobs", MINIMAL).expect(201).json();

            assertThat(job.propertyNames())
                    .contains(
                            "title",
                            "description",
                            "department",
                            "language",
                            "locations",
                            "workplaceType",
                            "employmentType",
                            "openings",
                            "validThrough",
                            "entryLevel",
                            "salary",
                            "roleProfileId",
                            "requirements");
            assertThat(job.path("salary").isNull()).isTrue();
            assertThat(job.path("department").isNull()).isTrue();
        }

        @Test
        void findsASkillByItsNameOrId() {
            String id =
                    rita.get("/v1/skills?q=SQL").json().path("items").path(0).path("id").asString();
            JsonNode job =
                    rita.post("/v1/jobs", withRequirement("{\"id\":\"%s\"}".formatted(id)))
                            .expect(201)
                            .json();

            assertThat(job.path("requirements").path(0).path("skill").path("id").asString())
                    .isEqualTo(id);
        }

        @Test
        void startsAsADraftAndAsNothingElse() {
            rita.post("/v1/jobs", "{\"title\":\"a\",\"description\":\"b\",\"status\":\"open\"}")
                    .expectProblem(422, "invalid-input", "/status");
        }

        @Test
        void namesEveryFieldAtFault() {
            rita.post(
                            "/v1/jobs",
                            """
                            {"title": " ", "openings": 0, "locations": [{"country": "Sweden"}],
                             "requirements": [{"skill": {"name": "x"}, "importance": 6, "level": 0}]}
                            """)
                    .expectProblem(
                            422,
                            "invalid-input",
                            "/title",
                            "/description",
                            "/openings",
                            "/locations/0/country",
                            "/requirements/0/importance",
                            "/requirements/0/level");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"uri\":\"https://skills.example/none\"} | /requirements/0/skill",
                    "{\"name\":\"No such skill\"}              | /requirements/0/skill",
                    "{\"uri\":\"not a uri\"}                   | /requirements/0/skill",
                    "{}                                        | /requirements/0/skill",
                    "{\"name\":\"SQL\",\"uri\":\"x:y\"}        | /requirements/0/skill"
                })
        void namesARequirementWhoseSkillIsNotKnown(String skill, String pointer) {
            rita.post("/v1/jobs", withRequirement(skill))
                    .expectProblem(422, "invalid-input", pointer);
        }

        @Test
        void refusesNothingInAListOfThings() {
            rita.post(
                            "/v1/jobs",
                            """
                            {"title": "a", "description": "b", "locations": [null],
                             "requirements": [null, {"skill": null, "importance": null}]}
                            """)
                    .expectProblem(
                            422,
                            "invalid-input",
                            "/locations/0",
                            "/requirements/0",
                            "/requirements/1/skill",
                            "/requirements/1/importance");
        }

        @Test
        void wantsEachSkillOnce() {
            String twice = "{\"skill\":{\"uri\":\"%s\"},\"importance\":1}".formatted(sql);
            rita.post(
                            "/v1/jobs",
                            "{\"title\":\"a\",\"description\":\"b\",\"requirements\":[%s,%s]}"
                                    .formatted(twice, twice))
                    .expectProblem(422, "invalid-input", "/requirements/1/skill");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"min\":2,\"max\":1,\"currency\":\"SEK\",\"unit\":\"MONTH\"} | 422 | invalid-input | /salary",
                    "{\"min\":2,\"currency\":\"XQQ\",\"unit\":\"MONTH\"}           | 422 | invalid-input | /salary",
                    "{\"currency\":\"SEK\",\"unit\":\"MONTH\"}                     | 422 | invalid-input | /salary",
                    "{\"min\":\"2\",\"currency\":\"SEK\",\"unit\":\"MONTH\"}       | 400 | wrong-type    | /salary/min",
                    "{\"min\":2,\"currency\":\"SEK\",\"unit\":\"FORTNIGHT\"}       | 400 | wrong-type    | /salary/unit",
                    "{\"min\":2,\"currency\":\"SEK\",\"unit\":\"DAY\",\"per\":1}   | 400 | unknown-field | /salary/per"
                })
        void refusesPayThatMakesNoSense(String salary, int status, String code, String pointer) {
            rita.post(
                            "/v1/jobs",
                            "{\"title\":\"a\",\"description\":\"b\",\"salary\":%s}"
                                    .formatted(salary))
                    .expectProblem(status, code, pointer);
        }

        @Test
        void namesTheValuesAListAllows() {
            ApiAnswer answer =
                    rita.post(
                                    "/v1/jobs",
                                    "{\"title\":\"a\",\"description\":\"b\",\"workplaceType\":\"moon\"}")
                            .expectProblem(400, "wrong-type", "/workplaceType");

            assertThat(answer.text()).contains("onsite, hybrid, remote");
        }

        private String withRequirement(String skill) {
            return "{\"title\":\"a\",\"description\":\"b\",\"requirements\":[{\"skill\":%s,\"importance\":1}]}"
                    .formatted(skill);
        }

        private String full() {
            return """
            {"title": "Data analyst", "description": "Reads figures.", "department": "Research",
             "language": "sv-SE", "locations": [{"city": "Lund", "region": "Skåne", "country": "SE"}],
             "workplaceType": "hybrid", "employmentType": "FULL_TIME", "openings": 2,
             "validThrough": "2030-02-01T00:00:00+01:00", "entryLevel": true,
             "salary": {"min": 4000.50, "max": 5500, "currency": "EUR", "unit": "MONTH"},
             "requirements": [{"skill": {"uri": "%s"}, "importance": 4, "mustHave": true, "level": 3}]}
            """
                    .formatted(sql);
        }
    }

    @Nested
    class Changing {

        private final ApiAnswer draft = rita.post("/v1/jobs", MINIMAL).expect(201);
        private final String path = "/v1/jobs/" + draft.id();

        @Test
        void mergesWhatIsSentIntoWhatIsThere() {
            ApiAnswer changed =
                    rita.patch(
                                    path,
                                    draft.etag(),
                                    """
                                    {"department": "Sales", "salary": {"min": 10, "currency": "EUR", "unit": "HOUR"}}
                                    """)
                            .expect(200);
            assertThat(changed.etag()).isEqualTo("\"2\"");
            assertThat(changed.json().path("title").asString()).isEqualTo("Data analyst");

            JsonNode again =
                    rita.patch(
                                    path,
                                    changed.etag(),
                                    "{\"department\":null,\"salary\":{\"max\":12}}")
                            .expect(200)
                            .json();

            assertThat(again.path("department").isNull()).isTrue();
            assertThat(again.path("salary").path("min").asInt()).isEqualTo(10);
            assertThat(again.path("salary").path("max").asInt()).isEqualTo(12);
        }

        @Test
        void takesAMergePatchSentAsPlainJson() {
            rita.with("If-Match", draft.etag())
                    .call("PATCH", path, "application/json", "{\"openings\":3}".getBytes())
                    .expect(200);
        }

        @Test
        void cannotTakeAwayWhatAJobMustHave() {
            rita.patch(path, draft.etag(), "{\"title\":null}")
                    .expectProblem(422, "invalid-input", "/title");
        }

        @Test
        void refusesAFieldThatIsNotTheCallersToSet() {
            rita.patch(path, draft.etag(), "{\"createdAt\":\"2026-01-01T00:00:00Z\"}")
                    .expectProblem(400, "unknown-field", "/createdAt");
            rita.patch(path, draft.etag(), "[]").expectProblem(400, "malformed-json");
        }

        @Test
        void wantsToKnowTheVersionThatWasSeen() {
            rita.call("PATCH", path, "application/merge-patch+json", "{}".getBytes())
                    .expectProblem(428, "precondition-required");
        }

        @Test
        void refusesAVersionThatIsNoLongerThere() {
            rita.patch(path, draft.etag(), "{\"openings\":3}").expect(200);

            rita.patch(path, draft.etag(), "{\"openings\":4}").expectProblem(412, "stale-version");
            assertThat(rita.get(path).json().path("openings").asInt()).isEqualTo(3);
        }

        @ParameterizedTest
        @CsvSource({"1", "*", "W/\"1\"", "\"\"", "\"x\"", "\"0\"", "\"1\" \"2\""})
        void refusesAnIfMatchThatIsNoTagOfThisJob(String tag) {
            rita.patch(path, tag, "{}").expectProblem(400, "malformed-etag");
        }

        @Test
        void movesOnlyWhereTheStatusMayGo() {
            ApiAnswer refusal =
                    rita.patch(path, draft.etag(), "{\"status\":\"paused\"}")
                            .expectProblem(409, "illegal-job-status");
            assertThat(refusal.text()).contains("open");

            String etag = draft.etag();
            for (String status : List.of("open", "paused", "open", "closed", "open")) {
                etag = rita.patch(path, etag, "{\"status\":\"" + status + "\"}").expect(200).etag();
            }
            rita.patch(path, etag, "{\"status\":\"draft\"}")
                    .expectProblem(409, "illegal-job-status");
        }

        @Test
        void freezesTheRequirementsWithTheFirstApplication() {
            String job = desk.openJob(HiringDesk.requirement(sql, 1));
            desk.apply(job, "kim@example.org");
            ApiAnswer now = rita.get("/v1/jobs/" + job).expect(200);

            rita.patch("/v1/jobs/" + job, now.etag(), "{\"requirements\":[]}")
                    .expectProblem(409, "requirements-frozen");
            ApiAnswer named =
                    rita.patch("/v1/jobs/" + job, now.etag(), "{\"title\":\"Analyst\"}")
                            .expect(200);
            rita.patch(
                            "/v1/jobs/" + job,
                            named.etag(),
                            "{\"requirements\":[],\"requirementsReason\":\" \"}")
                    .expectProblem(409, "requirements-frozen");
            ApiAnswer less =
                    rita.patch(
                            "/v1/jobs/" + job,
                            named.etag(),
                            "{\"requirements\":[],\"requirementsReason\":\"Nobody needs it.\"}");
            assertThat(less.expect(200).json().path("requirements")).isEmpty();
            assertThat(less.json().has("requirementsReason")).isFalse();
            JsonNode changes =
                    rita.get("/v1/jobs/" + job + "/requirement-changes").expect(200).json();
            assertThat(changes.path("items")).hasSize(1);
            assertThat(changes.at("/items/0/reason").asString()).isEqualTo("Nobody needs it.");
            assertThat(changes.at("/items/0/before")).hasSize(1);
            assertThat(changes.at("/items/0/after")).isEmpty();
            assertThat(changes.at("/items/0/changedBy").asString()).startsWith("person:");
        }
    }

    @Nested
    class Reading {

        @Test
        void listsEachJobOnceNewestFirstPageByPage() {
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                made.addFirst(rita.post("/v1/jobs", MINIMAL).expect(201).id());
            }

            List<String> read = new ArrayList<>();
            String next = "/v1/jobs?limit=2&status=draft";
            while (next != null) {
                ApiAnswer page = rita.get(next).expect(200);
                assertThat(page.json().path("items").size()).isLessThanOrEqualTo(2);
                page.json().path("items").forEach(job -> read.add(job.path("id").asString()));
                next = nextOf(page);
            }

            assertThat(read).doesNotHaveDuplicates().containsSubsequence(made);
        }

        @ParameterizedTest
        @CsvSource({
            "limit=0, 422, invalid-input, /limit",
            "limit=201, 422, invalid-input, /limit",
            "limit=many, 400, malformed-parameter, /limit",
            "after=nonsense, 422, invalid-input, /after",
            "after=YXxi, 422, invalid-input, /after",
            "status=gone, 422, invalid-input, /status"
        })
        void refusesAQueryThatMakesNoSense(String query, int status, String code, String pointer) {
            rita.get("/v1/jobs?" + query).expectProblem(status, code, pointer);
        }

        @ParameterizedTest
        @CsvSource({"01a20ada-2c00-7a00-8000-000000000000", "no-id", "%20"})
        void doesNotFindWhatIsNotThere(String id) {
            rita.get("/v1/jobs/" + id).expectProblem(404, "not-found");
        }

        @Test
        void answersUnchangedToWhoeverHasTheLatest() {
            ApiAnswer job = rita.post("/v1/jobs", MINIMAL).expect(201);

            rita.with("If-None-Match", job.etag()).get("/v1/jobs/" + job.id()).expect(304);
        }

        private @Nullable String nextOf(ApiAnswer page) {
            JsonNode cursor = page.json().required("next");
            if (cursor.isNull()) {
                assertThat(page.header("Link")).isEmpty();
                return null;
            }
            String link = page.header("Link").orElseThrow();
            assertThat(link).endsWith(">; rel=\"next\"").contains("after=", "limit=2");
            return java.net.URI.create(link.substring(1, link.indexOf('>'))).getRawPath()
                    + "?"
                    + java.net.URI.create(link.substring(1, link.indexOf('>'))).getRawQuery();
        }
    }
}
