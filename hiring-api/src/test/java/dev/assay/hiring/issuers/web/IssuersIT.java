package dev.assay.hiring.issuers.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.WithApplication;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithApplication(shared = true)
class IssuersIT {

    private static final String PATH = "/v1/issuers";
    private static final String STARTERS = "/v1/starter-issuers";

    private final ApiClient hana;
    private final String id = "https://school.example/" + UUID.randomUUID();

    IssuersIT(ApiClient api) {
        this.hana = api.as(Person.HANA);
    }

    @Test
    void answersTheEntryWithItsAddressAndVersion() {
        ApiAnswer entry =
                hana.post(
                                PATH,
                                """
                                {"ids": ["%s", "did:web:school.example:%s"], "name": "A school", "tier": "trusted",
                                 "group": "Schools", "achievements": ["https://school.example/a/1"],
                                 "validFrom": "2020-01-01T00:00:00Z", "note": "Visited in May."}
                                """
                                        .formatted(id, UUID.randomUUID()))
                        .expect(201);

        assertThat(entry.header("Location")).contains(PATH + "/" + entry.id());
        assertThat(entry.etag()).isEqualTo("\"1\"");
        JsonNode read = hana.get(PATH + "/" + entry.id()).expect(200).json();
        assertThat(read).isEqualTo(entry.json());
        assertThat(read.path("ids")).hasSize(2);
        assertThat(read.path("tier").asString()).isEqualTo("trusted");
        assertThat(read.path("group").asString()).isEqualTo("Schools");
        assertThat(read.path("validFrom").asString()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(read.has("validUntil")).isFalse();
    }

    @Test
    void suggestsWellKnownIssuersOfWhichNoneCountsBeforeItIsAdopted() {
        JsonNode suggested = starter();
        assertThat(suggested.has("issuerId")).isFalse();
        assertThat(hana.get(PATH).expect(200).text())
                .doesNotContain(suggested.path("name").asString());

        ApiAnswer entry =
                hana.post(
                                STARTERS + "/adoptions",
                                "{\"starter\":\"georgia-tech-c21u\",\"tier\":\"known\"}")
                        .expect(201);

        assertThat(entry.json().path("tier").asString()).isEqualTo("known");
        assertThat(entry.json().path("ids")).isEqualTo(suggested.path("ids"));
        assertThat(entry.json().path("note").asString())
                .contains(suggested.path("source").asString());
        assertThat(starter().path("issuerId").asString()).isEqualTo(entry.id());
        hana.post(
                        STARTERS + "/adoptions",
                        "{\"starter\":\"georgia-tech-c21u\",\"tier\":\"trusted\"}")
                .expectProblem(409, "issuer-registered");
        hana.post(STARTERS + "/adoptions", "{\"starter\":\"nobody\",\"tier\":\"known\"}")
                .expectProblem(422, "invalid-input", "/starter");
    }

    private JsonNode starter() {
        return hana.get(STARTERS)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("key").asString().equals("georgia-tech-c21u"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void holdsForAllAchievementsUnlessSomeAreNamed() {
        assertThat(register(id).json().path("achievements").path(0).asString()).isEqualTo("*");
    }

    @Test
    void keepsAnIdInOneEntryOnly() {
        register(id);

        hana.post(PATH, entry(id)).expectProblem(409, "issuer-registered");
        ApiAnswer other = register(id + "/other");
        hana.patch(PATH + "/" + other.id(), other.etag(), "{\"ids\":[\"%s\"]}".formatted(id))
                .expectProblem(409, "issuer-registered");
        assertThat(hana.get(PATH + "/" + other.id()).etag()).isEqualTo(other.etag());
    }

    @Test
    void changesByMergePatchOfTheVersionThatWasSeen() {
        ApiAnswer entry = register(id);
        String path = PATH + "/" + entry.id();

        ApiAnswer changed = hana.patch(path, entry.etag(), "{\"tier\":\"known\",\"note\":\"a\"}");
        assertThat(changed.expect(200).json().path("tier").asString()).isEqualTo("known");
        assertThat(changed.etag()).isEqualTo("\"2\"");
        hana.patch(path, entry.etag(), "{\"tier\":\"blocked\"}")
                .expectProblem(412, "stale-version");
        hana.call("PATCH", path, ApiClient.JSON, "{}".getBytes())
                .expectProblem(428, "precondition-required");
        hana.patch(path, changed.etag(), "{\"id\":\"x\"}")
                .expectProblem(400, "unknown-field", "/id");
        assertThat(hana.patch(path, changed.etag(), "{\"note\":null}").json().has("note"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ids\":[],\"name\":\"a\",\"tier\":\"known\"                        | 422 | invalid-input | /ids",
                "\"name\":\"a\",\"tier\":\"known\"                                   | 422 | invalid-input | /ids",
                "\"ids\":[\"http://a.example\"],\"name\":\"a\",\"tier\":\"known\"    | 422 | invalid-input | /ids/0",
                "\"ids\":[\"did:key:z1\",null],\"name\":\"a\",\"tier\":\"known\"     | 422 | invalid-input | /ids/1",
                "\"ids\":[\"did:key:z1\"],\"name\":\"\",\"tier\":\"known\"           | 422 | invalid-input | /name",
                "\"ids\":[\"did:key:z1\"],\"name\":\"a\"                             | 422 | invalid-input | /tier",
                "\"ids\":[\"did:key:z1\"],\"name\":\"a\",\"tier\":\"unknown\"        | 400 | wrong-type    | /tier",
                "\"ids\":\"did:key:z1\",\"name\":\"a\",\"tier\":\"known\"            | 400 | wrong-type    | /ids",
                "\"ids\":[\"did:key:z1\"],\"name\":\"a\",\"tier\":\"known\",\"achievements\":[\"\"] | 422 | invalid-input | /achievements/0"
            })
    void namesTheFieldAtFault(String members, int status, String code, String pointer) {
        hana.post(PATH, "{" + members + "}").expectProblem(status, code, pointer);
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        hana.post(
                        PATH,
                        """
                        {"ids": ["did:key:z9"], "name": "a", "tier": "known",
                         "validFrom": "2026-01-02T00:00:00Z", "validUntil": "2026-01-02T00:00:00Z"}
                        """)
                .expectProblem(422, "invalid-input", "/validUntil");
    }

    @Test
    void listsTheRegistryPageByPage() {
        register(id + "/1");
        register(id + "/2");
        ApiAnswer first = hana.get(PATH + "?limit=1").expect(200);

        assertThat(first.json().path("items")).hasSize(1);
        String next = first.json().path("next").asString();
        assertThat(first.header("Link").orElse("")).contains("after=" + next);
        ApiAnswer second = hana.get(PATH + "?limit=1&after=" + next).expect(200);
        assertThat(second.json().path("items").path(0).path("id"))
                .isNotEqualTo(first.json().path("items").path(0).path("id"));
    }

    private ApiAnswer register(String identifier) {
        return hana.post(PATH, entry(identifier)).expect(201);
    }

    private static String entry(String identifier) {
        return "{\"ids\":[\"%s\"],\"name\":\"A school\",\"tier\":\"trusted\"}"
                .formatted(identifier);
    }
}
