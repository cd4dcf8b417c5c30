package dev.assay.hiring.jobs.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.WithApplication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody sees who is on the hiring team of one job and nothing else. */
@WithApplication
class HiringTeamIT {

    private static final Set<Permission> HELD_BY_TEAMS =
            EnumSet.of(
                    Permission.READ_JOBS,
                    Permission.READ_APPLICATIONS,
                    Permission.READ_SKILLS,
                    Permission.RECORD_EVIDENCE,
                    Permission.SUBMIT_SCORECARDS,
                    Permission.READ_HIRES,
                    Permission.RATE_HIRES);

    private static ApplicationUnderTest node;
    private static ApiClient rita;
    private static ApiClient hana;
    private static ApiClient tess;
    private static String tessId;
    private static String theirJob;
    private static String theirApplication;
    private static String anotherJob;
    private static String anotherApplication;

    @BeforeAll
    static void putTessOnATeam(ApplicationUnderTest application, ApiClient api) {
        node = application;
        rita = api.as(Person.RITA);
        hana = api.as(Person.HANA);
        HiringDesk desk = new HiringDesk(rita);
        String sql = HiringDesk.newSkill(application, "SQL");
        Badges school = new Badges();
        theirJob = desk.openJob(requirement(sql, 1));
        anotherJob = desk.openJob(requirement(sql, 1));
        theirApplication =
                desk.apply(theirJob, "lee@example.org", school.badge("lee@example.org", sql));
        anotherApplication =
                desk.apply(anotherJob, "kai@example.org", school.badge("kai@example.org", sql));
        String address = Newcomers.address();
        tessId =
                hana.post(
                                "/v1/members",
                                """
                                {"email": "%s", "givenName": "Tess", "familyName": "Team", "roles": ["hiring-team"]}
                                """
                                        .formatted(address))
                        .expect(201)
                        .id();
        Eventually.get(
                () -> hana.get("/v1/members/" + tessId).json().path("state").asString(),
                "active"::equals);
        tess = api.withToken(new Newcomers(application).tokenOf(address));
        rita.call("PUT", "/v1/jobs/" + theirJob + "/team/" + tessId).expect(204);
    }

    @Test
    void seesTheJobItsRankingItsApplicationsAndTheirScores() {
        assertThat(tess.get("/v1/jobs/" + theirJob).expect(200).text())
                .isEqualTo(rita.get("/v1/jobs/" + theirJob).text());
        assertThat(tess.get("/v1/jobs/" + theirJob + "/ranking").expect(200).json())
                .isEqualTo(rita.get("/v1/jobs/" + theirJob + "/ranking").json());
        String application = "/v1/applications/" + theirApplication;
        assertThat(tess.get(application).expect(200).json())
                .isEqualTo(rita.get(application).json());
        assertThat(tess.get(application + "/score").expect(200).json())
                .isEqualTo(rita.get(application + "/score").json());
        tess.get(application + "/score/history").expect(200);
    }

    @Test
    void seesThatJobAloneInTheList() {
        ApiAnswer jobs = tess.get("/v1/jobs").expect(200);

        assertThat(jobs.json().path("items")).hasSize(1);
        assertThat(jobs.json().path("items").path(0).path("id").asString()).isEqualTo(theirJob);
        assertThat(tess.get("/v1/jobs?status=draft").expect(200).json().path("items")).isEmpty();
    }

    /**
     * Every operation there is, with the ids of another job: refused, or as if it were not there.
     */
    @Test
    void noOperationShowsOrChangesAnythingElse() {
        List<String> walked = new ArrayList<>();
        node.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (String path : mapping.getPatternValues()) {
                        if (path.startsWith("/v1/")) {
                            probe(mapping, handler, path, walked);
                        }
                    }
                });
        assertThat(walked).hasSizeGreaterThanOrEqualTo(20);
        assertThat(rita.get("/v1/jobs/" + anotherJob).json().path("status").asString())
                .isEqualTo("open");
    }

    private static void probe(
            RequestMappingInfo mapping, HandlerMethod handler, String path, List<String> walked) {
        Allowed allowed = handler.getMethodAnnotation(Allowed.class);
        String address =
                path.replace("/jobs/{id}", "/jobs/" + anotherJob)
                        .replace("/applications/{id}", "/applications/" + anotherApplication)
                        .replaceAll("\\{[a-zA-Z]+}", tessId);
        if (path.endsWith("/comparison")) {
            address += "?application=" + anotherApplication + "&application=" + theirApplication;
        }
        for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
            ApiAnswer answer = call(method, address, bodyType(mapping));
            walked.add(method + " " + path);
            String what = "%s %s: %s".formatted(method, path, answer.text());
            boolean teamsHoldIt = allowed != null && HELD_BY_TEAMS.contains(allowed.value());
            if (allowed == null) {
                // Open to anybody, or with rules of its own; nothing of the employer's is in it.
                assertThat(answer.text()).as(what).doesNotContain(anotherApplication);
            } else if (!teamsHoldIt) {
                assertThat(answer.status()).as(what).isEqualTo(403);
            } else if (path.contains("{")) {
                assertThat(answer.status()).as(what).isIn(403, 404);
            } else {
                assertThat(answer.text())
                        .as(what)
                        .doesNotContain(anotherJob, anotherApplication, "kai@");
            }
        }
    }

    private static String bodyType(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(MediaType::toString)
                .findFirst()
                .orElse(ApiClient.JSON);
    }

    private static ApiAnswer call(RequestMethod method, String address, String bodyType) {
        ApiClient caller = tess.with("If-Match", "\"1\"");
        return method == RequestMethod.GET
                ? caller.get(address)
                : caller.call(
                        method.name(),
                        address,
                        bodyType,
                        (address.endsWith("/ratings") ? "{\"day\":30,\"rating\":4}" : "{}")
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void editsNothingOfItsOwnJobEither() {
        String job = "/v1/jobs/" + theirJob;
        tess.patch(job, tess.get(job).etag(), "{\"title\":\"Mine\"}")
                .expectProblem(403, "forbidden");
        tess.post(job + "/applications", HiringDesk.application("x@example.org").toString())
                .expectProblem(403, "forbidden");
        tess.call("DELETE", job + "/team/" + tessId).expectProblem(403, "forbidden");
        tess.get(job + "/team").expectProblem(403, "forbidden");
    }

    @Test
    void isOutOfTheJobAsSoonAsItIsTakenOffTheTeam() {
        String job = new HiringDesk(rita).openJob();
        String team = "/v1/jobs/" + job + "/team";
        tess.get("/v1/jobs/" + job).expectProblem(404, "not-found");

        rita.call("PUT", team + "/" + tessId).expect(204);
        rita.call("PUT", team + "/" + tessId).expect(204);
        tess.get("/v1/jobs/" + job).expect(200);
        assertThat(rita.get(team).expect(200).json().path("items")).hasSize(1);
        assertThat(rita.get(team).json().path("items").path(0).path("memberId").asString())
                .isEqualTo(tessId);

        rita.call("DELETE", team + "/" + tessId).expect(204);
        rita.call("DELETE", team + "/" + tessId).expectProblem(404, "not-found");
        tess.get("/v1/jobs/" + job).expectProblem(404, "not-found");
        assertThat(rita.get(team).json().path("items")).isEmpty();
    }

    @Test
    void aTeamTakesMembersOfTheEmployerOnly(ApiClient api) {
        String cedars =
                Objects.requireNonNull(
                        api.as(Person.OMAR)
                                .get("/v1/members")
                                .json()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString());

        rita.call("PUT", "/v1/jobs/" + theirJob + "/team/" + cedars)
                .expectProblem(404, "not-found");
        rita.call("PUT", "/v1/jobs/" + theirJob + "/team/" + theirJob)
                .expectProblem(404, "not-found");
    }
}
