package dev.assay.hiring;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.interop.BadgeOrder;
import dev.assay.credential.interop.ForeignBadge;
import dev.assay.credential.interop.IndependentImplementation;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Assay is for: a genuine badge, once its issuer is registered, decides a real ranking; and
 * nothing else ever does.
 */
@WithApplication(shared = true)
class MainJobIT {

    private static final String KIM = "kim@example.org";
    private static final String LEE = "lee@example.org";
    private static final JsonMapper JSON = new JsonMapper();

    private final ApiClient rita;
    private final HiringDesk desk;
    private final Registry registry;
    private final String sql;

    MainJobIT(ApplicationUnderTest application, ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.registry = new Registry(api);
        this.sql = HiringDesk.newSkill(application, "SQL");
    }

    @Test
    void aBadgeCountsFromTheMomentItsIssuerIsRegistered() {
        Badges school = new Badges();

        decidesTheRanking(school.issuerId(), school.badge(KIM, sql));
    }

    @Test
    void aBadgeSignedByAnIndependentImplementationCountsAlike() {
        List<ForeignBadge> badges =
                IndependentImplementation.orSkip()
                        .sign(
                                BadgeOrder.of(KIM, "SQL", Instant.parse("2026-01-15T09:00:00Z"))
                                        .withSkill(sql, "SQL", 4));

        assertThat(badges).isNotEmpty();
        badges.forEach(badge -> decidesTheRanking(badge.issuerId(), document(badge)));
    }

    @Test
    void aRegistryEntryThatChangesRescoresWhatItTouches() {
        Badges school = new Badges();
        String application =
                desk.apply(desk.openJob(requirement(sql, 1)), KIM, school.badge(KIM, sql));
        ApiAnswer entry = registry.register(school.issuerId(), "known");
        awaitScore(application, "32");

        ApiAnswer trusted = registry.change(entry, "{\"tier\":\"trusted\"}");
        awaitScore(application, "64");
        registry.change(trusted, "{\"tier\":\"blocked\"}");
        awaitScore(application, "0");

        JsonNode history = rita.get("/v1/applications/" + application + "/score/history").json();
        assertThat(history.path("items"))
                .extracting(entryOfHistory -> entryOfHistory.path("cause").asString())
                .containsExactly("issuer-changed", "issuer-changed", "issuer-changed", "submitted");
        assertThat(history.path("items"))
                .extracting(old -> old.path("score").path("score").asDouble())
                .containsExactly(0.0, 64.0, 32.0, 0.0);
    }

    static Stream<Arguments> worthless() {
        return Stream.of(
                Arguments.of("altered", "proof-failed"),
                Arguments.of("expired", "expired"),
                Arguments.of("forged", "proof-failed"),
                Arguments.of("signed by somebody else's key", "binding-failed"),
                Arguments.of("somebody else's", "subject-mismatch"));
    }

    @ParameterizedTest
    @MethodSource("worthless")
    void aBadgeThatProvesNothingNeverCountsAndTheScoreSaysWhy(String fault, String reason) {
        Badges school = new Badges();
        registry.register(school.issuerId(), "recognised");
        String job = desk.openJob(requirement(sql, 1).put("mustHave", true));
        String honest = desk.apply(job, LEE);

        String application = desk.apply(job, KIM, faulty(fault, school));

        JsonNode score = desk.score(application);
        assertThat(score.path("score").asDouble()).isZero();
        assertThat(score.path("potential").asDouble()).isZero();
        assertThat(score.path("mustHaves").asString()).isEqualTo("not-shown");
        JsonNode requirement = score.path("requirements").path(0);
        assertThat(requirement.path("evidence")).isEmpty();
        assertThat(requirement.path("ignored"))
                .extracting(ignored -> ignored.path("reason").asString())
                .containsExactly(reason);
        assertThat(ranking(job, "ranked").path("items"))
                .extracting(row -> row.path("applicationId").asString())
                .containsExactly(application);
        // Whoever offers nothing is never placed below a forger.
        assertThat(ranking(job, "no-evidence").path("items"))
                .extracting(row -> row.path("applicationId").asString())
                .containsExactly(honest);
    }

    private ObjectNode faulty(String fault, Badges school) {
        ObjectNode badge = school.badge(KIM, sql);
        return switch (fault) {
            case "altered" -> Badges.altered(badge);
            case "expired" -> school.expired(KIM, sql);
            case "forged" -> {
                String proof = badge.required("proof").required("proofValue").asString();
                ObjectNode other = school.badge(KIM, sql);
                other.withObjectProperty("proof").put("proofValue", proof);
                yield other;
            }
            case "signed by somebody else's key" -> inTheNameOf(school);
            default -> school.badge(LEE, sql);
        };
    }

    /** Properly signed, but by a key that is not that of the issuer it names. */
    private ObjectNode inTheNameOf(Badges school) {
        Badges forger = new Badges();
        ObjectNode badge = forger.badge(KIM, sql);
        badge.withObjectProperty("issuer").put("id", school.issuerId());
        return forger.signed(badge);
    }

    private void decidesTheRanking(String issuerId, JsonNode badge) {
        String job = desk.openJob(requirement(sql, 3));
        Badges blocked = new Badges();
        registry.register(blocked.issuerId(), "known");
        String rival = desk.apply(job, LEE, blocked.badge(LEE, sql));

        JsonNode verification = verification(badge);
        assertThat(verification.path("outcome").asString())
                .as(verification.toPrettyString())
                .isEqualTo("verified");
        String holder = desk.apply(job, KIM, badge);

        assertThat(desk.score(holder).path("score").asDouble()).isZero();
        assertThat(desk.score(holder).path("requirements").path(0).path("ignored"))
                .extracting(ignored -> ignored.path("reason").asString())
                .containsExactly("issuer-unknown");
        assertThat(order(job)).containsExactly(rival, holder);

        registry.register(issuerId, "trusted");

        Eventually.get(() -> order(job), order -> order.equals(List.of(holder, rival)));
        JsonNode first = ranking(job, "ranked").path("items").path(0);
        assertThat(first.path("rank").asInt()).isEqualTo(1);
        assertThat(first.path("score").decimalValue()).isEqualByComparingTo("64");
    }

    private JsonNode verification(JsonNode badge) {
        String path = "/v1/credentials/verify?candidateEmail=" + KIM;
        ApiAnswer answer =
                badge.isString()
                        ? rita.post(path, "application/vc+jwt", badge.asString().getBytes(UTF_8))
                        : rita.post(path, badge.toString());
        return answer.expect(200).json();
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    private static JsonNode document(ForeignBadge badge) {
        return badge.isJwt()
                ? JsonNodeFactory.instance.stringNode(badge.document())
                : JSON.readTree(badge.document());
    }

    private List<String> order(String job) {
        return ranking(job, "ranked")
                .path("items")
                .valueStream()
                .map(row -> row.path("applicationId").asString())
                .toList();
    }

    private JsonNode ranking(String job, String lane) {
        return rita.get("/v1/jobs/" + job + "/ranking?lane=" + lane).expect(200).json();
    }

    private void awaitScore(String application, String points) {
        Eventually.get(
                () -> desk.score(application).path("score").decimalValue(),
                score -> score.compareTo(new java.math.BigDecimal(points)) == 0);
    }
}
