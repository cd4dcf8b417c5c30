package dev.assay.hiring.scoring.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Questions about scores that change none, and scores side by side. */
@WithApplication(shared = true)
class WhatIfIT {

    private final ApiClient rita;
    private final HiringDesk desk;
    private final Badges school = new Badges();
    private final Badges stranger = new Badges();
    private final String sql;
    private final String python;

    WhatIfIT(ApplicationUnderTest node, ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(node, "SQL");
        this.python = HiringDesk.newSkill(node, "Python");
        new Registry(api).register(school.issuerId(), "trusted");
    }

    @Test
    void supposesCredentialsTrustAndWeightsAndStoresNothing() {
        String job = desk.openJob(requirement(sql, 3), requirement(python, 1));
        String kim =
                desk.apply(
                        job,
                        "kim@example.org",
                        school.badge("kim@example.org", sql),
                        stranger.badge("kim@example.org", python));
        JsonNode before = desk.score(kim);
        assertThat(points(before)).isEqualTo(48);
        String pythonId = before.at("/requirements/1/skill/id").asString();

        assertThat(supposed(kim, "{}")).isEqualTo(48);
        // 1/4 · 0.64 more; with supervision 1/4 · 0.8.
        assertThat(
                        supposed(
                                kim,
                                "{\"credentials\":[{\"skillId\":\"%s\",\"tier\":\"trusted\"}]}"
                                        .formatted(pythonId)))
                .isEqualTo(64);
        assertThat(
                        supposed(
                                kim,
                                "{\"credentials\":[{\"skillId\":\"%s\",\"tier\":\"trusted\",\"assessment\":\"supervised-with-identity\"}]}"
                                        .formatted(pythonId)))
                .isEqualTo(68);
        assertThat(
                        supposed(
                                kim,
                                "{\"trust\":[{\"issuerId\":\"%s\",\"tier\":\"recognised\"}]}"
                                        .formatted(stranger.issuerId())))
                .isEqualTo(68);
        assertThat(
                        supposed(
                                kim,
                                "{\"weights\":[{\"skillId\":\"%s\",\"importance\":3}]}"
                                        .formatted(pythonId)))
                .isEqualTo(32);
        assertThat(
                        supposed(
                                kim,
                                "{\"without\":[\"%s\"]}"
                                        .formatted(
                                                before.at("/requirements/0/evidence/0/itemId")
                                                        .asString())))
                .isZero();
        rita.post(
                        "/v1/applications/" + kim + "/score/what-if",
                        "{\"credentials\":[{\"skillId\":\"01a20ada-2c00-7a00-8000-0000000000ff\",\"tier\":\"trusted\"}]}")
                .expectProblem(422, "invalid-input", "/credentials/0/skillId");

        assertThat(desk.score(kim)).isEqualTo(before);
        assertThat(
                        rita.get("/v1/applications/" + kim + "/score/history")
                                .expect(200)
                                .json()
                                .path("items")
                                .size())
                .isEqualTo(1);
    }

    @Test
    void comparesTwoToFourByRequirement() {
        String job = desk.openJob(requirement(sql, 3), requirement(python, 1));
        String abe = desk.apply(job, "abe@example.org", school.badge("abe@example.org", sql));
        String bea = desk.apply(job, "bea@example.org", stranger.badge("bea@example.org", sql));

        JsonNode compared = compare(job, abe, bea).expect(200).json();

        assertThat(compared.at("/applications/0/applicationId").asString()).isEqualTo(abe);
        assertThat(compared.at("/applications/0/score").asInt()).isEqualTo(48);
        assertThat(compared.at("/requirements/0/applications/0/limiting").asString())
                .isEqualTo("assessment");
        assertThat(compared.at("/requirements/0/applications/1/reasons/0").asString())
                .isEqualTo("issuer-unknown");
        assertThat(compared.at("/requirements/1/applications").size()).isEqualTo(2);
        compare(job, abe).expectProblem(422, "invalid-input", "/application");
        compare(job, abe, abe).expectProblem(422, "invalid-input", "/application");
        String elsewhere = desk.apply(desk.openJob(requirement(sql, 1)), "abe@example.org");
        compare(job, abe, elsewhere).expect(404);
    }

    private dev.assay.hiring.testkit.ApiAnswer compare(String job, String... applications) {
        return rita.get(
                "/v1/jobs/"
                        + job
                        + "/comparison?application="
                        + String.join("&application=", applications));
    }

    private int supposed(String application, String hypothesis) {
        JsonNode answer =
                rita.post("/v1/applications/" + application + "/score/what-if", hypothesis)
                        .expect(200)
                        .json();
        assertThat(points(answer.path("now"))).isEqualTo(48);
        return points(answer.path("then"));
    }

    private static int points(JsonNode score) {
        return score.path("score").asInt();
    }
}
