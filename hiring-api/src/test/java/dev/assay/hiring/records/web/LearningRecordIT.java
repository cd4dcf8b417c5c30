package dev.assay.hiring.records.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a candidate has proven, by all they handed in, as a document others can verify. */
@WithApplication(shared = true)
class LearningRecordIT {

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final String address = Newcomers.address();
    private final Badges school = new Badges();

    LearningRecordIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
    }

    @Test
    void holdsWhatIsProvenAndVerifiesAnywhere() {
        String sql = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(sql, 4));
        String first =
                desk.apply(
                        job,
                        address,
                        school.badge(address, sql),
                        Badges.altered(school.badge(address, sql)));
        desk.apply(
                desk.openJob(), address, school.expired(address, sql), school.badge(address, sql));
        String candidate =
                rita.get("/v1/applications/" + first).json().path("candidateId").asString();
        String path = "/v1/candidates/" + candidate + "/learning-employment-record";

        JsonNode record = rita.get(path).expect(200).json();

        assertThat(record.at("/credentialSubject/certifications").size()).isEqualTo(2);
        assertThat(record.path("evidence"))
                .extracting(one -> one.path("outcome").asString())
                .containsExactlyInAnyOrder("verified", "failed", "failed", "verified");
        assertThat(record.path("evidence"))
                .extracting(one -> one.path("reason").asString(""))
                .containsExactlyInAnyOrder("", "proof-failed", "expired", "");
        node.web()
                .put(
                        "https://assay.example/.well-known/did.json",
                        api.get("/.well-known/did.json").expect(200).text());
        JsonNode verdict =
                rita.post(
                                "/v1/credentials/verify",
                                ApiClient.JSON,
                                record.toString().getBytes(UTF_8))
                        .expect(200)
                        .json();
        assertThat(verdict.path("format").asString()).isEqualTo("ler-rs");
        assertThat(verdict.path("outcome").asString()).isEqualTo("verified");
        assertThat(verdict.path("parts").size()).isEqualTo(2);
        assertThat(audited(candidate)).contains("candidate.record-exported");

        new Registry(api).register(school.issuerId(), "trusted");
        String another = desk.apply(desk.openJob(requirement(sql, 4)), address, record);
        assertThat(rita.get("/v1/applications/" + another).json().path("credentials"))
                .extracting(one -> one.at("/verification/format").asString())
                .containsExactly("ler-rs", "open-badges-3", "open-badges-3");
        assertThat(desk.score(another).path("score").asDouble()).isPositive();

        api.as(Person.OMAR).get(path).expectProblem(404, "not-found");
        ApiClient hana = api.as(Person.HANA);
        hana.with("If-Match", hana.get("/v1/candidates/" + candidate).etag())
                .call("DELETE", "/v1/candidates/" + candidate)
                .expect(204);
        rita.get(path).expectProblem(404, "not-found");
    }

    private String audited(String candidate) {
        return api.as(Person.HANA)
                .get("/v1/audit-events?subject=" + candidate)
                .expect(200)
                .json()
                .path("items")
                .toString();
    }
}
