package dev.assay.hiring.selfservice.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who applied without evidence is invited to show some, and not again and again. */
@WithApplication(shared = true)
class InvitationsIT {

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final Actor admin;
    private final HiringDesk desk;

    InvitationsIT(ApplicationUnderTest node, ApiClient api) {
        this.admin = SampleMembers.harborsAdministrator(node);
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
    }

    @Test
    void oneIsInvitedByMailAndTheLaneSaysWhen() {
        String address = Newcomers.address();
        String sql = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(sql, 1));
        String application = desk.apply(job, address);
        String path = "/v1/applications/" + application + "/invitations";
        assertThat(lane(job).path(0).path("invitedAt").isNull()).isTrue();

        JsonNode invited = rita.call("POST", path).expect(201).json();

        assertThat(lane(job).path(0).path("invitedAt")).isEqualTo(invited.path("invitedAt"));
        String mail =
                Eventually.get(
                        () -> new Newcomers(node).mailTo(admin, address),
                        newest -> newest.contains("without credentials"));
        assertThat(mail).contains("https://assay.example/me/application/credentials?t=");
        assertThat(rita.call("POST", path).expectProblem(409, "invited-lately").text())
                .contains("can be again from ");
        api.as(Person.ADA).call("POST", path).expectProblem(403, "forbidden");
    }

    @Test
    void nobodyIsInvitedWhoHasShownSomethingOrIsNotInTheRunning() {
        String address = Newcomers.address();
        String sql = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(sql, 1));
        String shown = desk.apply(job, address, new Badges().badge(address, sql));
        rita.call("POST", "/v1/applications/" + shown + "/invitations")
                .expectProblem(409, "evidence-there");
        String gone = desk.apply(job, Newcomers.address());
        rita.post("/v1/applications/" + gone + "/transitions", "{\"to\":\"withdrawn\"}")
                .expect(200);
        rita.call("POST", "/v1/applications/" + gone + "/invitations")
                .expectProblem(409, "application-over");
    }

    @Test
    void theWholeLaneIsInvitedInTheBackgroundAndNobodyTwice() {
        String sql = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(sql, 1));
        String first = desk.apply(job, Newcomers.address());
        desk.apply(job, Newcomers.address());
        desk.apply(job, Newcomers.address());
        rita.call("POST", "/v1/applications/" + first + "/invitations").expect(201);

        JsonNode done =
                finished(rita.call("POST", "/v1/jobs/" + job + "/invitations").expect(202).id());

        assertThat(done.path("state").asString()).isEqualTo("succeeded");
        assertThat(done.path("done").asInt()).isEqualTo(3);
        assertThat(done.path("errors").findValuesAsString("code"))
                .isEqualTo(List.of("invited-lately"));
        for (JsonNode row : lane(job)) {
            assertThat(row.path("invitedAt").isString()).isTrue();
            assertThat(
                            rita.get(
                                            "/v1/applications/"
                                                    + row.path("applicationId").asString()
                                                    + "/candidate-links")
                                    .json()
                                    .path("items")
                                    .findValuesAsString("occasion"))
                    .containsOnlyOnce("invitation");
        }
    }

    private JsonNode lane(String job) {
        return rita.get("/v1/jobs/" + job + "/ranking?lane=no-evidence")
                .expect(200)
                .json()
                .path("items");
    }

    private JsonNode finished(String operation) {
        return Eventually.get(
                () -> rita.get("/v1/operations/" + operation).expect(200).json(),
                now -> !List.of("queued", "running").contains(now.path("state").asString()));
    }
}
