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
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scores from signed badge to JSON, against numbers reckoned by hand from the scoring model. */
@WithApplication(shared = true)
class ScoringIT {

    private static final String KIM = "kim@example.org";

    private final ApiClient rita;
    private final HiringDesk desk;
    private final Registry registry;
    private final String sql;
    private final String python;

    ScoringIT(ApplicationUnderTest application, ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.registry = new Registry(api);
        this.sql = HiringDesk.newSkill(application, "SQL");
        this.python = HiringDesk.newSkill(application, "Python");
    }

    @Nested
    class OfOneBadge {

        @Test
        void fromATrustedIssuerForTheVerySkillWithNothingSaidAboutItsAssessment() {
            JsonNode score = scoreOf("trusted", new Badges(), requirement(sql, 3));

            // 0.8 · min(1, 1, 0.8)
            assertThat(score.path("score").decimalValue()).isEqualByComparingTo("64.0000");
            assertThat(score.path("potential").decimalValue()).isEqualByComparingTo("64.0000");
            assertThat(score.path("lane").asString()).isEqualTo("ranked");
            assertThat(score.path("band").asInt()).isEqualTo(12);
            assertThat(score.path("mustHaves").asString()).isEqualTo("none");
            JsonNode evidence = score.path("requirements").path(0).path("evidence").path(0);
            assertThat(evidence.path("authority").asInt()).isEqualTo(8000);
            assertThat(evidence.path("alignment").asInt()).isEqualTo(10000);
            assertThat(evidence.path("level").asInt()).isEqualTo(10000);
            assertThat(evidence.path("assessment").asInt()).isEqualTo(8000);
            assertThat(evidence.path("limiting").asString()).isEqualTo("assessment");
            assertThat(evidence.path("open").asBoolean()).isFalse();
            assertThat(evidence.path("strength").decimalValue()).isEqualByComparingTo("0.64");
        }

        @Test
        void fromARecognisedAndFromAKnownIssuer() {
            assertPoints(scoreOf("recognised", new Badges(), requirement(sql, 1)), "80");
            assertPoints(scoreOf("known", new Badges(), requirement(sql, 1)), "32");
        }

        @Test
        void fromABlockedIssuerIsNothingAndSaysSo() {
            JsonNode score = scoreOf("blocked", new Badges(), requirement(sql, 1));

            assertPoints(score, "0");
            assertThat(reason(score)).isEqualTo("issuer-blocked");
        }

        @Test
        void belowTheRequiredLevel() {
            Badges school = new Badges();
            registry.register(school.issuerId(), "recognised");
            JsonNode level4 = requirement(sql, 2).put("level", 4).put("mustHave", true);

            // 1 · min(1, level, 0.8): one below 0.6, two below 0.3, three below 0.
            JsonNode three = score(level4, school.badge(KIM, sql, 3));
            assertPoints(three, "60");
            assertThat(three.path("mustHaves").asString()).isEqualTo("not-shown");
            assertPoints(score(level4, school.badge(KIM, sql, 2)), "30");
            assertPoints(score(level4, school.badge(KIM, sql, 1)), "0");
        }

        @Test
        void atTheRequiredLevelOrAboveMeetsAMustHave() {
            Badges school = new Badges();
            registry.register(school.issuerId(), "trusted");
            JsonNode level4 = requirement(sql, 2).put("level", 4).put("mustHave", true);

            for (int level = 4; level <= 5; level++) {
                JsonNode score = score(level4, school.badge(KIM, sql, level));
                assertPoints(score, "64");
                assertThat(score.path("mustHaves").asString()).isEqualTo("met");
            }
        }

        @Test
        void thatHidesItsLevelCountsAsTheLowest() {
            Badges school = new Badges();
            registry.register(school.issuerId(), "recognised");

            JsonNode score = score(requirement(sql, 2).put("level", 2), school.badge(KIM, sql));

            assertPoints(score, "60");
            JsonNode evidence = score.path("requirements").path(0).path("evidence").path(0);
            assertThat(evidence.path("levelUnstated").asBoolean()).isTrue();
            assertThat(evidence.path("limiting").asString()).isEqualTo("level");
        }

        @Test
        void thatListsMoreThanFiveSkillsCountsHalfForThoseWithoutAResult() {
            Badges school = new Badges();
            registry.register(school.issuerId(), "recognised");
            var award = school.award(KIM).withSkill(sql, "SQL", OptionalInt.empty());
            for (int i = 0; i < 4; i++) {
                award = award.withSkill("https://x.example/" + i, "x", OptionalInt.empty());
            }

            assertPoints(score(requirement(sql, 1), school.issue(award)), "80");
            award = award.withSkill("https://x.example/5", "x", OptionalInt.empty());
            assertPoints(score(requirement(sql, 1), school.issue(award)), "50");
        }
    }

    @Nested
    class OfSeveral {

        @Test
        void aSecondIndependentVoiceTakesAQuarterOfTheDoubtThatIsLeft() {
            Badges one = new Badges();
            Badges other = new Badges();
            registry.register(one.issuerId(), "trusted");
            registry.register(other.issuerId(), "known");

            // 0.64 + 0.36 · 0.32 / 4
            assertPoints(
                    score(requirement(sql, 1), one.badge(KIM, sql), other.badge(KIM, sql)),
                    "66.88");
        }

        @Test
        void manyBadgesOfOneIssuerNeverPileUp() {
            Badges school = new Badges();
            registry.register(school.issuerId(), "trusted");

            JsonNode score =
                    score(requirement(sql, 1), school.badge(KIM, sql), school.badge(KIM, sql));

            assertPoints(score, "64");
            assertThat(reason(score)).isEqualTo("same-group");
        }

        @Test
        void weighsRequirementsByTheirImportance() {
            Badges school = new Badges();
            registry.register(school.issuerId(), "trusted");
            String job = desk.openJob(requirement(sql, 1), requirement(python, 2));

            // (1 · 0.64 + 2 · 0) / 3
            assertPoints(desk.score(desk.apply(job, KIM, school.badge(KIM, sql))), "21.3333");
        }

        @Test
        void tellsWhatOneMoreItemWouldAdd() {
            Badges school = new Badges();
            registry.register(school.issuerId(), "trusted");
            String job = desk.openJob(requirement(sql, 1), requirement(python, 1));

            JsonNode more =
                    desk.score(desk.apply(job, KIM, school.badge(KIM, sql)))
                            .path("counterfactuals");

            // For Python half the points: a trusted badge 0.64, a work sample 1.
            assertThat(more)
                    .anySatisfy(road -> {
                        assertThat(road.path("skill").path("uri").asString()).isEqualTo(python);
                        assertThat(road.path("with").asString()).isEqualTo("trusted-credential");
                        assertThat(road.path("gain").decimalValue()).isEqualByComparingTo("32");
                    })
                    .anySatisfy(road -> {
                        assertThat(road.path("skill").path("uri").asString()).isEqualTo(python);
                        assertThat(road.path("with").asString()).isEqualTo("work-sample");
                        assertThat(road.path("gain").decimalValue()).isEqualByComparingTo("50");
                    });
        }
    }

    @Test
    void leavesWhoeverOfferedNothingUnscored() {
        String application = desk.apply(desk.openJob(requirement(sql, 1)), KIM);

        JsonNode score = desk.score(application);

        assertThat(score.path("lane").asString()).isEqualTo("no-evidence");
        for (String name : new String[] {"score", "potential", "band"}) {
            assertThat(score.has(name)).as(name).isTrue();
            assertThat(score.path(name).isNull()).as(name).isTrue();
        }
    }

    @Test
    void leavesAnItemOpenWhileOnlyTheAddressIsUnconfirmed() {
        Badges school = new Badges();
        registry.register(school.issuerId(), "trusted");
        var application = HiringDesk.application(KIM, school.badge(KIM, sql));
        application.withObjectProperty("candidate").put("emailVerified", false);
        String job = desk.openJob(requirement(sql, 1).put("mustHave", true));

        JsonNode answer = desk.submit(job, application).expect(201).json();

        JsonNode score = answer.path("score");
        assertPoints(score, "0");
        assertThat(score.path("potential").decimalValue()).isEqualByComparingTo("64");
        assertThat(score.path("mustHaves").asString()).isEqualTo("open");
        JsonNode evidence = score.path("requirements").path(0).path("evidence").path(0);
        assertThat(evidence.path("open").asBoolean()).isTrue();
        assertThat(evidence.path("openReason").asString()).isEqualTo("email-unconfirmed");
    }

    @Test
    void saysByWhatRulesItWasReckoned() {
        JsonNode score = scoreOf("trusted", new Badges(), requirement(sql, 1));

        assertThat(score.path("policy").path("id").asString()).isNotBlank();
        assertThat(score.path("policy").path("version").asInt()).isPositive();
        assertThat(score.path("engineVersion").asInt()).isPositive();
        assertThat(score.path("inputsDigest").asString()).matches("[0-9a-f]{64}");
        assertThat(score.path("computedAt").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    }

    @Test
    void writesPointsWithFourPlaces() {
        Badges school = new Badges();
        registry.register(school.issuerId(), "trusted");

        String application =
                desk.apply(desk.openJob(requirement(sql, 1)), KIM, school.badge(KIM, sql));

        assertThat(rita.get("/v1/applications/" + application + "/score").text())
                .contains("\"score\":64.0000,\"potential\":64.0000");
    }

    @Test
    void givesTheScoreAnETagThatChangesWithIt() {
        String application = desk.apply(desk.openJob(requirement(sql, 1)), KIM);
        ApiAnswer answer = rita.get("/v1/applications/" + application + "/score").expect(200);

        rita.with("If-None-Match", answer.etag())
                .get("/v1/applications/" + application + "/score")
                .expect(304);
    }

    private JsonNode scoreOf(String tier, Badges school, JsonNode requirement) {
        registry.register(school.issuerId(), tier);
        return score(requirement, school.badge(KIM, sql));
    }

    private JsonNode score(JsonNode requirement, JsonNode... badges) {
        return desk.score(desk.apply(desk.openJob(requirement), KIM, badges));
    }

    private static String reason(JsonNode score) {
        return score.path("requirements").path(0).path("ignored").path(0).path("reason").asString();
    }

    private static void assertPoints(JsonNode score, String points) {
        assertThat(score.path("score").decimalValue())
                .as(score.toPrettyString())
                .isEqualByComparingTo(points);
    }
}
