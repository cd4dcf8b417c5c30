package dev.assay.hiring.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that are no JSON, or not the JSON a call takes: each has its status and names the fault.
 */
@WithApplication(shared = true)
class BodiesIT {

    private final ApiClient hana;
    private List<String> endpoints = List.of();

    BodiesIT(ApiClient api) {
        this.hana = api.as(Person.HANA);
    }

    @BeforeEach
    void listEndpoints() {
        String job = new HiringDesk(hana).openJob();
        endpoints = List.of("/v1/jobs", "/v1/issuers", "/v1/jobs/" + job + "/applications");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("empty", new byte[0], "malformed-json"),
                Arguments.of("cut off", "{\"title\":".getBytes(UTF_8), "malformed-json"),
                Arguments.of("a word", "hello".getBytes(UTF_8), "malformed-json"),
                Arguments.of("null", "null".getBytes(UTF_8), "malformed-json"),
                Arguments.of("followed by more", "{} {}".getBytes(UTF_8), "malformed-json"),
                Arguments.of("with a comment", "{/*a*/}".getBytes(UTF_8), "malformed-json"),
                Arguments.of("in single quotes", "{'a':1}".getBytes(UTF_8), "malformed-json"),
                Arguments.of("NaN", "{\"title\":NaN}".getBytes(UTF_8), "malformed-json"),
                Arguments.of(
                        "a member twice", "{\"a\":1,\"a\":2}".getBytes(UTF_8), "duplicate-key"),
                Arguments.of(
                        "a member twice in disguise",
                        "{\"note\":\"a\",\"n\\u006fte\":\"b\"}".getBytes(UTF_8),
                        "duplicate-key"),
                Arguments.of(
                        "not UTF-8", "{\"title\":\"\u00e5\"}".getBytes(ISO_8859_1), "not-utf-8"),
                Arguments.of("UTF-16", "{\"title\":\"a\"}".getBytes(UTF_16), "not-utf-8"),
                Arguments.of(
                        "a lone continuation byte",
                        new byte[] {'"', (byte) 0x80, '"'},
                        "not-utf-8"),
                Arguments.of("deep", ("[".repeat(100_000)).getBytes(UTF_8), "too-deep"),
                Arguments.of(
                        "deep below a member",
                        ("{\"answers\":" + "[".repeat(65) + "]".repeat(65) + "}").getBytes(UTF_8),
                        "too-deep"),
                Arguments.of(
                        "a number without end",
                        ("{\"openings\":" + "1".repeat(2_000) + "}").getBytes(UTF_8),
                        "too-deep"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesABodyThatIs(String what, byte[] body, String code) {
        for (String endpoint : endpoints) {
            hana.post(endpoint, ApiClient.JSON, body).expectProblem(400, code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "true"})
    void refusesJsonThatIsNoObject(String body) {
        for (String endpoint : endpoints) {
            hana.post(endpoint, body).expectProblem(400, "wrong-type", "");
        }
    }

    @Test
    void namesAFieldItDoesNotKnow() {
        for (String endpoint : endpoints) {
            hana.post(endpoint, "{\"a/b~c\":1}").expectProblem(400, "unknown-field", "/a~1b~0c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", "\\udc00\\ud800"})
    void refusesTextThatCannotBeStored(String text) {
        hana.post("/v1/jobs", "{\"title\":\"%s\",\"description\":\"a\"}".formatted(text))
                .expectProblem(400, "wrong-type", "/title");
        hana.post(
                        "/v1/issuers",
                        "{\"ids\":[\"did:key:a\",\"did:key:%s\"],\"name\":\"a\",\"tier\":\"known\"}"
                                .formatted(text))
                .expectProblem(400, "wrong-type", "/ids/1");
    }

    @Test
    void keepsTextOfAnyScriptAsItCame() {
        String title = "Analytiker på 東京 👩\u200d🔬 e\u0301";
        ApiAnswer job =
                hana.post("/v1/jobs", "{\"title\":\"%s\",\"description\":\"a\"}".formatted(title))
                        .expect(201);

        assertThat(job.json().path("title").asString()).isEqualTo(title);
        assertThat(hana.get("/v1/jobs/" + job.id()).json().path("title").asString())
                .isEqualTo(title);
    }

    @Test
    void namesANumberThatIsTooLarge() {
        for (String number : List.of("99999999999", "1e400", "1" + "0".repeat(90))) {
            hana.post(
                            "/v1/jobs",
                            "{\"title\":\"a\",\"description\":\"a\",\"openings\":%s}"
                                    .formatted(number))
                    .expectProblem(400, "wrong-type", "/openings");
        }
        hana.post(
                        "/v1/jobs",
                        "{\"title\":\"a\",\"description\":\"a\",\"salary\":{\"min\":1e400,\"currency\":\"EUR\",\"unit\":\"DAY\"}}")
                .expectProblem(422, "invalid-input", "/salary/min");
    }

    @Test
    void takesNoQuietConversions() {
        hana.post("/v1/jobs", "{\"title\":7,\"description\":\"a\"}")
                .expectProblem(400, "wrong-type", "/title");
        hana.post("/v1/jobs", "{\"title\":\"a\",\"description\":\"a\",\"openings\":\"2\"}")
                .expectProblem(400, "wrong-type", "/openings");
        hana.post("/v1/jobs", "{\"title\":\"a\",\"description\":\"a\",\"openings\":2.5}")
                .expectProblem(400, "wrong-type", "/openings");
        hana.post("/v1/jobs", "{\"title\":\"a\",\"description\":\"a\",\"entryLevel\":\"true\"}")
                .expectProblem(400, "wrong-type", "/entryLevel");
        hana.post("/v1/jobs", "{\"title\":\"a\",\"description\":\"a\",\"entryLevel\":1}")
                .expectProblem(400, "wrong-type", "/entryLevel");
        hana.post("/v1/jobs", "{\"title\":\"a\",\"description\":\"a\",\"validThrough\":1767225600}")
                .expectProblem(400, "wrong-type", "/validThrough");
        hana.post(
                        "/v1/jobs",
                        "{\"title\":\"a\",\"description\":\"a\",\"validThrough\":\"2026-02-30T00:00:00Z\"}")
                .expectProblem(400, "wrong-type", "/validThrough");
        hana.post(
                        "/v1/jobs",
                        "{\"title\":\"a\",\"description\":\"a\",\"validThrough\":\"2026-02-01\"}")
                .expectProblem(400, "wrong-type", "/validThrough");
        hana.post("/v1/jobs", "{\"title\":\"a\",\"description\":\"a\",\"employmentType\":0}")
                .expectProblem(400, "wrong-type", "/employmentType");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json;charset=utf-16",
        "application/json;charset=iso-8859-1",
        "application/json;charset=nonsense!",
        "json"
    })
    void refusesAContentTypeItDoesNotRead(String contentType) {
        for (String endpoint : endpoints) {
            hana.post(endpoint, contentType, "{}".getBytes(UTF_8))
                    .expectProblem(415, "unsupported-media-type");
        }
    }

    @ParameterizedTest
    @CsvSource({"application/json;charset=utf-8", "APPLICATION/JSON; Charset=\"UTF-8\""})
    void readsJsonHoweverItsTypeIsSpelt(String contentType) {
        hana.post(
                        "/v1/jobs",
                        contentType,
                        "{\"title\":\"a\",\"description\":\"b\"}".getBytes(UTF_8))
                .expect(201);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        byte[] large = ("{\"title\":\"" + "a".repeat(1024 * 1024) + "\"}").getBytes(UTF_8);
        hana.post("/v1/jobs", ApiClient.JSON, large).expectProblem(413, "body-too-large");
        hana.post("/v1/issuers", ApiClient.JSON, large).expectProblem(413, "body-too-large");

        byte[] larger = new byte[10 * 1024 * 1024 + 1];
        Arrays.fill(larger, (byte) ' ');
        hana.post(endpoints.getLast(), ApiClient.JSON, larger).expectProblem(413, "body-too-large");
    }

    @Test
    void doesNothingForACallerWhoWouldNotTakeTheAnswer() {
        int before = hana.get("/v1/jobs?limit=200").json().path("items").size();

        hana.with("Accept", "text/html")
                .post("/v1/jobs", "{\"title\":\"a\",\"description\":\"b\"}")
                .expectProblem(406, "not-acceptable");

        assertThat(hana.get("/v1/jobs?limit=200").json().path("items").size()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/json", "text/html, */*;q=0.1"})
    void answersWhoeverTakesJsonAmongOthers(String accept) {
        hana.with("Accept", accept).get("/v1/jobs").expect(200);
    }

    @Test
    void namesTheMethodsAnAddressHas() {
        ApiAnswer answer = hana.call("DELETE", "/v1/jobs").expectProblem(405, "method-not-allowed");

        assertThat(answer.header("Allow").orElse("")).contains("GET", "POST");
    }

    @Test
    void knowsNoOtherAddresses() {
        hana.get("/v1/nothing").expectProblem(404, "not-found");
        hana.get("/v1/").expectProblem(404, "not-found");
        hana.get("/v1/jobs/").expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1//jobs", "/v1/jobs;a=b", "/v1/jobs/%2e%2e/issuers"})
    void refusesAnAddressWithTricks(String path) {
        hana.get(path).expectProblem(400, "malformed-request");
    }

    @Test
    void letsNothingBeKeptOrFramed() {
        ApiAnswer answer = hana.get("/v1/jobs").expect(200);

        assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void takesUpTheCallersTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(
                        hana.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                                .get("/v1/nothing")
                                .json()
                                .path("traceId")
                                .asString())
                .isEqualTo(trace);
        assertThat(hana.with("traceparent", "nonsense").get("/v1/jobs").header("Trace-Id"))
                .isPresent();
    }
}
