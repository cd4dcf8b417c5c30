package dev.assay.hiring.searches.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.Test;

@WithApplication(shared = true)
class SavedSearchesIT {

    private static final String OPEN_JOBS =
            """
            {"name":"Open","list":"jobs","filter":{"status":["open","paused"]},"shared":%s}
            """;

    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient ada;

    SavedSearchesIT(ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.ada = api.as(Person.ADA);
    }

    @Test
    void isAskedAtItsAddress() {
        ApiAnswer saved = rita.post("/v1/saved-searches", OPEN_JOBS.formatted(false)).expect(201);

        assertThat(saved.json().path("address").asString())
                .isEqualTo("/v1/jobs?status=open&status=paused");
        rita.get(saved.json().path("address").asString()).expect(200);
        assertThat(rita.get(path(saved)).json()).isEqualTo(saved.json());
    }

    @Test
    void isSeenByNobodyElseUntilItIsShared() {
        ApiAnswer own = rita.post("/v1/saved-searches", OPEN_JOBS.formatted(false)).expect(201);

        hana.get(path(own)).expectProblem(404, "not-found");
        assertThat(hana.get("/v1/saved-searches").text()).doesNotContain(own.id());
        rita.patch(path(own), own.etag(), "{\"shared\":true}").expect(200);
        assertThat(hana.get(path(own)).expect(200).json().path("mine").asBoolean()).isFalse();
        assertThat(ada.get("/v1/saved-searches").text()).contains(own.id());
    }

    @Test
    void isItsOwnersToChangeAndAnHrAdmins() {
        ApiAnswer shared = rita.post("/v1/saved-searches", OPEN_JOBS.formatted(true)).expect(201);

        ada.patch(path(shared), shared.etag(), "{\"name\":\"Mine\"}")
                .expectProblem(403, "forbidden");
        ada.with("If-Match", shared.etag())
                .call("DELETE", path(shared))
                .expectProblem(403, "forbidden");
        ApiAnswer renamed =
                hana.patch(path(shared), shared.etag(), "{\"name\":\"Ours\"}").expect(200);
        assertThat(renamed.json().path("name").asString()).isEqualTo("Ours");
        rita.patch(path(shared), shared.etag(), "{\"name\":\"Mine\"}")
                .expectProblem(412, "stale-version");
        rita.with("If-Match", shared.etag())
                .call("DELETE", path(shared))
                .expectProblem(412, "stale-version");
        rita.with("If-Match", renamed.etag()).call("DELETE", path(shared)).expect(204);
        rita.get(path(shared)).expectProblem(404, "not-found");
    }

    @Test
    void isHeldToTheRulesOfTheListItSearches() {
        refused(
                "{\"name\":\"A\",\"list\":\"jobs\",\"filter\":{\"phase\":[\"new\"]}}",
                "/filter/phase");
        refused(
                "{\"name\":\"A\",\"list\":\"jobs\",\"filter\":{\"status\":[\"lost\"]}}",
                "/filter/status");
        refused(
                "{\"name\":\"A\",\"list\":\"candidates\",\"filter\":{\"q\":[\"Kim\"]}}",
                "/filter/q");
        refused("{\"name\":\"A\",\"list\":\"jobs\",\"filter\":{},\"sort\":\"score\"}", "/sort");
        refused("{\"name\":\"A\",\"list\":\"applications\",\"filter\":{},\"sort\":\"x\"}", "/sort");
        rita.post(
                        "/v1/saved-searches",
                        "{\"name\":\"A\",\"list\":\"jobs\",\"filter\":{\"status\":\"open\"}}")
                .expectProblem(400, "wrong-type", "/filter/status");
    }

    private void refused(String body, String pointer) {
        rita.post("/v1/saved-searches", body).expectProblem(422, "invalid-input", pointer);
    }

    private static String path(ApiAnswer saved) {
        return "/v1/saved-searches/" + saved.id();
    }
}
