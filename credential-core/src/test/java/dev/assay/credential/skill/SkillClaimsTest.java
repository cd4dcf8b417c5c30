package dev.assay.credential.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F22: skills and levels")
class SkillClaimsTest {

    private static final String SKILL = "https://skills.example/weld";

    @Test
    void anAlignmentWithoutAResultIsASkillWithoutALevel() {
        var subject = subject();

        assertThat(SkillClaims.of(subject))
                .containsExactly(new SkillClaim(SKILL, "weld", OptionalInt.empty(), false));
    }

    @Test
    void oneAddressIsOneSkillHoweverOftenItIsNamed() {
        var subject = subject();
        achievement(subject).withArrayProperty("alignment").addObject().put("targetUrl", SKILL);
        subject.putArray("result")
                .addObject()
                .putArray("alignment")
                .addObject()
                .put("targetUrl", SKILL);

        assertThat(SkillClaims.of(subject)).hasSize(1);
    }

    @Test
    void anAlignmentOfAResultIsASkillToo() {
        var subject = subject();
        subject.putArray("result")
                .addObject()
                .putObject("alignment")
                .put("targetUrl", "https://skills.example/solder")
                .put("targetName", "solder");

        assertThat(SkillClaims.of(subject))
                .extracting(SkillClaim::name)
                .containsExactly("weld", "solder");
    }

    @Nested
    class ALevel {

        @ParameterizedTest
        @CsvSource({
            "1, 1",
            "3, 3",
            "5, 5",
            "0, ",
            "6, ",
            "10, ",
            "Expert, ",
            "'', ",
            "3.0, ",
            "' 3', "
        })
        void isTakenFromARubricThatStatesOneToFive(String stated, @Nullable Integer level) {
            var subject = subject();
            describe(subject, "D")
                    .putArray("rubricCriterionLevel")
                    .addObject()
                    .put("id", "L")
                    .put("level", stated);
            result(subject, "D").put("achievedLevel", "L");

            assertLevel(subject, level);
        }

        @ParameterizedTest
        @CsvSource({"5, 4, 4", "5, 0, ", "100, 4, ", "4, 4, ", ", 4, "})
        void isTakenFromAValueOutOfFive(
                @Nullable String max, String value, @Nullable Integer level) {
            var subject = subject();
            var description = describe(subject, "D");
            if (max != null) {
                description.put("valueMax", max);
            }
            result(subject, "D").put("value", value);

            assertLevel(subject, level);
        }

        @Test
        void isNeverTakenFromTheRubricOfAnotherSkill() {
            var subject = subject();
            var other = describe(subject, "D");
            other.putArray("rubricCriterionLevel").addObject().put("id", "L").put("level", "5");
            other.putObject("alignment").put("targetUrl", "https://skills.example/other");
            result(subject, "D").put("achievedLevel", "L");

            assertLevel(subject, null);
        }

        @Test
        void isNeverTakenFromALevelThatNobodyAchieved() {
            var subject = subject();
            describe(subject, "D")
                    .putArray("rubricCriterionLevel")
                    .addObject()
                    .put("id", "L")
                    .put("level", "5");
            result(subject, "D").put("achievedLevel", "another");

            assertLevel(subject, null);
        }

        @Test
        void ofSeveralResultsIsTheHighest() {
            var subject = subject();
            var levels = describe(subject, "D").putArray("rubricCriterionLevel");
            levels.addObject().put("id", "L2").put("level", "2");
            levels.addObject().put("id", "L4").put("level", "4");
            result(subject, "D").put("achievedLevel", "L4");
            result(subject, "D").put("achievedLevel", "L2");

            assertLevel(subject, 4);
        }

        private static void assertLevel(ObjectNode subject, @Nullable Integer level) {
            assertThat(SkillClaims.of(subject).getFirst().level())
                    .isEqualTo(level == null ? OptionalInt.empty() : OptionalInt.of(level));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Withdrew", "Enrolled", "InProgress", "OnHold"})
    void aSkillWhoseResultSaysThatItWasNotReachedIsNotClaimed(String status) {
        var subject = subject();
        describe(subject, "D");
        result(subject, "D").put("status", status);

        assertThat(SkillClaims.of(subject)).isEmpty();
    }

    @Test
    void aSkillWhoseResultSaysThatItWasReachedIsClaimed() {
        var subject = subject();
        describe(subject, "D");
        result(subject, "D").put("status", "Completed");

        assertThat(SkillClaims.of(subject))
                .singleElement()
                .satisfies(skill -> assertThat(skill.hasOwnResult()).isTrue());
    }

    private static ObjectNode subject() {
        return Samples.parse(
                """
                {"achievement": {"alignment":
                  {"targetUrl": "https://skills.example/weld", "targetName": "weld"}}}
                """);
    }

    private static ObjectNode achievement(ObjectNode subject) {
        var achievement = (ObjectNode) subject.path("achievement");
        if (!achievement.path("alignment").isArray()) {
            var only = achievement.remove("alignment");
            achievement.putArray("alignment").add(only);
        }
        return achievement;
    }

    private static ObjectNode describe(ObjectNode subject, String id) {
        var description = achievement(subject).withArrayProperty("resultDescription").addObject();
        description.put("id", id).putObject("alignment").put("targetUrl", SKILL);
        return description;
    }

    private static ObjectNode result(ObjectNode subject, String description) {
        return subject.withArrayProperty("result")
                .addObject()
                .put("resultDescription", description);
    }
}
