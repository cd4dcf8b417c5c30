package dev.assay.hiring.scoring.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithApplication(shared = true)
class RankingIT {

    private final ApiClient rita;
    private final HiringDesk desk;
    private final String sql;
    private final String python;
    private final Badges school = new Badges();

    RankingIT(ApplicationUnderTest application, ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(application, "SQL");
        this.python = HiringDesk.newSkill(application, "Python");
        new Registry(api).register(school.issuerId(), "recognised");
    }

    @Test
    void putsTheBetterProvenFirstAndSaysInWhichBand() {
        String job = desk.openJob(requirement(sql, 1).put("level", 5));
        String level3 = desk.apply(job, "three@example.org", badge("three@example.org", 3));
        String level5 = desk.apply(job, "five@example.org", badge("five@example.org", 5));
        String level4 = desk.apply(job, "four@example.org", badge("four@example.org", 4));

        JsonNode rows = ranking(job, "").path("items");

        assertThat(rows)
                .extracting(row -> row.path("applicationId").asString())
                .containsExactly(level5, level4, level3);
        assertThat(rows).extracting(row -> row.path("rank").asInt()).containsExactly(1, 2, 3);
        assertThat(rows)
                .extracting(row -> row.path("score").asDouble())
                .containsExactly(80.0, 60.0, 30.0);
        assertThat(rows).extracting(row -> row.path("band").asInt()).containsExactly(16, 12, 6);
        assertThat(rows.path(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "rank",
                        "applicationId",
                        "score",
                        "potential",
                        "band",
                        "mustHaves",
                        "requirements",
                        "invitedAt");
    }

    @Test
    void putsThoseWithAllMustHavesFirstWhateverTheScore() {
        String job =
                desk.openJob(
                        requirement(sql, 1).put("mustHave", true).put("level", 3),
                        requirement(python, 5));
        String meets = desk.apply(job, "a@example.org", badge("a@example.org", 3));
        String strongElsewhere =
                desk.apply(job, "b@example.org", school.badge("b@example.org", python));

        JsonNode rows = ranking(job, "").path("items");

        assertThat(rows)
                .extracting(row -> row.path("applicationId").asString())
                .containsExactly(meets, strongElsewhere);
        assertThat(rows)
                .extracting(row -> row.path("mustHaves").asString())
                .containsExactly("met", "not-shown");
        assertThat(rows.path(0).path("score").asDouble())
                .isLessThan(rows.path(1).path("score").asDouble());
    }

    @Test
    void keepsThoseWithoutEvidenceInALaneOfTheirOwn() {
        String job = desk.openJob(requirement(sql, 1));
        String ranked = desk.apply(job, "a@example.org", badge("a@example.org", 1));
        String empty = desk.apply(job, "b@example.org");

        assertThat(ids(ranking(job, "?lane=ranked"))).containsExactly(ranked);
        JsonNode others = ranking(job, "?lane=no-evidence");
        assertThat(ids(others)).containsExactly(empty);
        assertThat(others.path("items").path(0).path("rank").isNull()).isTrue();
        assertThat(others.path("items").path(0).path("score").isNull()).isTrue();
    }

    @Test
    void givesEachApplicationOnceOverAllPagesAlsoAmongEquals() {
        String job = desk.openJob(requirement(sql, 1));
        List<String> applied = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String email = "p" + i + "@example.org";
            applied.add(desk.apply(job, email, badge(email, 1)));
        }

        List<String> read = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        String next = "/v1/jobs/" + job + "/ranking?limit=3";
        while (next != null) {
            ApiAnswer page = rita.get(next).expect(200);
            read.addAll(ids(page.json()));
            page.json().path("items").forEach(row -> ranks.add(row.path("rank").asInt()));
            next =
                    page.header("Link")
                            .map(link -> URI.create(link.substring(1, link.indexOf('>'))))
                            .map(link -> link.getRawPath() + "?" + link.getRawQuery())
                            .orElse(null);
            assertThat(page.json().path("next").isNull()).isEqualTo(next == null);
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(applied);
        assertThat(ranks).containsExactly(1, 2, 3, 4, 5, 6, 7);
        // Equals are put in order by lot, and the lot is the same for whoever asks.
        assertThat(ids(ranking(job, ""))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "lane=best, 422, invalid-input, /lane",
        "after=YQ, 422, invalid-input, /after",
        "after=YXxifGN8ZA, 422, invalid-input, /after",
        "limit=0, 422, invalid-input, /limit"
    })
    void refusesAQueryThatMakesNoSense(String query, int status, String code, String pointer) {
        rita.get("/v1/jobs/" + desk.openJob() + "/ranking?" + query)
                .expectProblem(status, code, pointer);
    }

    @Test
    void isNoneForAJobThatIsNotThere() {
        rita.get("/v1/jobs/01a20ada-2c00-7a00-8000-000000000000/ranking")
                .expectProblem(404, "not-found");
    }

    @Test
    void leavesJobsWithoutRequirementsUnscored() {
        String job = desk.openJob();
        String application = desk.apply(job, "a@example.org", badge("a@example.org", 1));

        JsonNode score = desk.score(application);

        assertThat(score.path("score").isNull()).isTrue();
        assertThat(score.path("mustHaves").asString()).isEqualTo("none");
        assertThat(ids(ranking(job, ""))).containsExactly(application);
    }

    private JsonNode badge(String email, int level) {
        return school.badge(email, sql, level);
    }

    private JsonNode ranking(String job, String query) {
        return rita.get("/v1/jobs/" + job + "/ranking" + query).expect(200).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(row -> row.path("applicationId").asString())
                .toList();
    }
}
