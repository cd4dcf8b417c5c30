package dev.assay.hiring.credentials.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.interop.BadgeOrder;
import dev.assay.credential.interop.IndependentImplementation;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithApplication
class VerificationIT {

    private static final String PATH = "/v1/credentials/verify";
    private static final String KIM = "kim@example.org";
    private static final String SKILL = "https://skills.example/sql";

    private final ApiClient api;
    private final ApiClient rita;
    private final Badges school = new Badges();

    VerificationIT(ApiClient api) {
        this.api = api;
        this.rita = api.as(Person.RITA);
    }

    @Test
    void answersEveryCheckAndWhatTheCredentialSays() {
        JsonNode verification = verify(school.badge(KIM, SKILL).toString());

        assertThat(verification.propertyNames())
                .containsExactlyInAnyOrder(
                        "outcome", "format", "proof", "checks", "credential", "parts");
        assertThat(verification.path("outcome").asString()).isEqualTo("verified");
        assertThat(verification.path("format").asString()).isEqualTo("open-badges-3");
        assertThat(verification.path("proof").path("type").asString())
                .isEqualTo("DataIntegrityProof");
        assertThat(verification.path("proof").path("cryptosuite").asString())
                .isEqualTo("eddsa-rdfc-2022");
        assertThat(verification.path("checks"))
                .extracting(check -> check.path("name").asString())
                .containsExactly(
                        "structure",
                        "context",
                        "proof",
                        "key-binding",
                        "validity",
                        "status",
                        "schema",
                        "items",
                        "subject",
                        "achievement-authority",
                        "issuer-trust",
                        "refresh",
                        "endorsements");
        assertThat(verification.path("checks"))
                .allSatisfy(check ->
                        assertThat(check.propertyNames())
                                .containsExactlyInAnyOrder("name", "outcome", "code", "detail"));
        JsonNode credential = verification.path("credential");
        assertThat(credential.propertyNames())
                .contains(
                        "id",
                        "name",
                        "issuer",
                        "validFrom",
                        "validUntil",
                        "achievement",
                        "alignments",
                        "results",
                        "credits",
                        "eqfLevel",
                        "euElements");
        assertThat(credential.path("issuer").path("id").asString()).isEqualTo(school.issuerId());
        assertThat(credential.path("validFrom").asString()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(credential.path("validUntil").isNull()).isTrue();
        assertThat(credential.path("alignments").path(0).path("targetUrl").asString())
                .isEqualTo(SKILL);
    }

    @Test
    void comparesTheSubjectWithTheAddressesItIsGiven() {
        String badge = school.badge(KIM, SKILL).toString();

        assertThat(check(verify(badge), "subject")).isEqualTo("not-applicable");
        assertThat(check(rita.post(PATH + "?candidateEmail=" + KIM, badge).json(), "subject"))
                .isEqualTo("passed");
        assertThat(
                        check(
                                rita.post(
                                                PATH
                                                        + "?candidateEmail=lee@example.org&candidateEmail="
                                                        + KIM,
                                                badge)
                                        .json(),
                                "subject"))
                .isEqualTo("passed");
        ApiAnswer another = rita.post(PATH + "?candidateEmail=lee@example.org", badge).expect(200);
        assertThat(check(another.json(), "subject")).isEqualTo("failed");
        assertThat(another.json().path("outcome").asString()).isEqualTo("verified");
        rita.post(PATH + "?candidateEmail=nobody", badge)
                .expectProblem(422, "invalid-input", "/candidateEmail");
    }

    @Test
    void answersTheIssuersStandingAtTheCallersEmployer() {
        String badge = school.badge(KIM, SKILL).toString();
        assertThat(check(verify(badge), "issuer-trust")).isEqualTo("indeterminate");

        new Registry(api).register(school.issuerId(), "blocked");

        assertThat(check(verify(badge), "issuer-trust")).isEqualTo("failed");
        JsonNode elsewhere = api.as(Person.OMAR).post(PATH, badge).expect(200).json();
        assertThat(check(elsewhere, "issuer-trust")).isEqualTo("indeterminate");
    }

    @Test
    void takesAFailedCredentialForDataAndNotForAnError() {
        JsonNode altered = verify(Badges.altered(school.badge(KIM, SKILL)).toString());

        assertThat(altered.path("outcome").asString()).isEqualTo("failed");
        assertThat(check(altered, "proof")).isEqualTo("failed");
        assertThat(verify("{}").path("outcome").asString()).isNotEqualTo("verified");
    }

    @Test
    void readsTokensOfOthersUnderEachOfTheirMediaTypes() {
        var badge =
                IndependentImplementation.orSkip()
                        .sign(
                                BadgeOrder.of(KIM, "SQL", Instant.parse("2026-01-15T09:00:00Z"))
                                        .withKinds("jwt-es256"))
                        .getFirst();

        for (String type :
                List.of(
                        "application/jwt",
                        "application/vc+jwt",
                        "text/plain",
                        "text/plain;charset=us-ascii")) {
            JsonNode verification = rita.post(PATH, type, badge.bytes()).expect(200).json();
            assertThat(verification.path("outcome").asString())
                    .as(verification.toPrettyString())
                    .isEqualTo("verified");
        }
    }

    @ParameterizedTest
    @CsvSource({"image/png, simple-json.png", "image/svg+xml, simple-json.svg"})
    void readsBadgesBakedIntoImages(String type, String file) {
        byte[] image = Fixtures.bytes(Fixtures.folder("onedtech/ob30").resolve(file));

        JsonNode verification = rita.post(PATH, type, image).expect(200).json();

        assertThat(verification.path("format").asString()).isEqualTo("open-badges-3");
        assertThat(verification.path("credential").path("name").asString())
                .isEqualTo("Teamwork Badge");
    }

    @Test
    void refusesAnImageThatIsNone() {
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};

        rita.post(PATH, "image/png", signature).expectProblem(400, "malformed-image");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":             | malformed-json",
                "{\"a\":1,\"a\":2}   | duplicate-key",
                "{} {}               | malformed-json"
            })
    void namesTheFaultOfWhatIsNoDocument(String body, String code) {
        ApiAnswer answer = rita.post(PATH, body).expect(400);

        assertThat(answer.json().path("type").asString()).endsWith("/" + code);
        assertThat(answer.json().path("traceId").asString()).isNotBlank();
    }

    @Test
    void refusesWhatIsTooDeepTooLargeOrNotText() {
        assertThat(
                        rita.post(PATH, "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                                .expect(400)
                                .text())
                .contains("too-deep");
        assertThat(
                        rita.post(PATH, ApiClient.JSON, new byte[] {'"', (byte) 0xC0, '"'})
                                .expect(400)
                                .text())
                .contains("not-utf-8");
        rita.post(PATH, ApiClient.JSON, new byte[0]).expectProblem(400, "malformed-json");
        rita.post(PATH, ApiClient.JSON, new byte[1024 * 1024 + 1])
                .expectProblem(413, "body-too-large");
        rita.post(PATH, "application/xml", "<a/>".getBytes(UTF_8))
                .expectProblem(415, "unsupported-media-type");
    }

    @Test
    void storesNothing(TestDatabase database) throws Exception {
        verify(school.badge(KIM, SKILL).toString());

        try (var connection = database.ownerDataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from credential")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }

    private JsonNode verify(String badge) {
        return rita.post(PATH, badge).expect(200).json();
    }

    private static String check(JsonNode verification, String name) {
        return verification
                .path("checks")
                .valueStream()
                .filter(check -> check.path("name").asString().equals(name))
                .map(check -> check.path("outcome").asString())
                .findFirst()
                .orElseThrow();
    }
}
