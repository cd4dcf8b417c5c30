package dev.assay.hiring.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringValuesTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void basisPointsStayWithinOneWhole(int value) {
        refused(() -> new BasisPoints(value), Integer.toString(value));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void importanceAndLevelRunFromOneToFive(int value) {
        refused(() -> new Importance(value), "importance");
        refused(() -> new Level(value), "level");
        assertThatCode(() -> new Importance(1)).doesNotThrowAnyException();
        assertThatCode(() -> new Importance(5)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001})
    void pointsRunFromZeroToAHundred(int value) {
        refused(() -> new Points(value), "points");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "49999,0", "50000,1", "784125,15", "999999,19", "1000000,20"})
    void bandsAreFivePointsWide(int tenThousandths, int band) {
        assertThat(new Points(tenThousandths).band()).isEqualTo(band);
    }

    @Test
    void pointsShowFourPlaces() {
        assertThat(new Points(784_125).value()).isEqualTo("78.4125");
        assertThat(new Points(0).value()).isEqualTo("0.0000");
    }

    @Test
    void strengthsAreEqualHoweverWritten() {
        assertThat(new Strength(new BigDecimal("0.60")))
                .isEqualTo(new Strength(new BigDecimal("0.6")));
        refused(() -> new Strength(new BigDecimal("1.0001")), "strength");
        refused(() -> new Strength(new BigDecimal("-0.1")), "strength");
    }

    @Test
    void namesAreVisibleAscii() {
        assertThatCode(() -> new IndependenceGroup("a".repeat(200))).doesNotThrowAnyException();
        refused(() -> new IndependenceGroup("a".repeat(201)), "independence group");
        refused(() -> new IndependenceGroup(""), "independence group");
        refused(() -> new IndependenceGroup("two words"), "two words");
        refused(() -> new PolicyRef("größe", 1), "größe");
        refused(() -> new PolicyRef("standard", 0), "version");
    }

    @Test
    void theEmployersTierBelongsToWhatTheEmployerRecorded() {
        refused(() -> Item.badge(1).tier(AuthorityTier.EMPLOYER).built(), "employer");
        refused(() -> Item.workSample(1).tier(AuthorityTier.RECOGNISED).built(), "work-sample");
    }

    @Test
    void anItemListsAtLeastWhatItShows() {
        refused(() -> Item.badge(1).shows(Job.SQL).listing(0).built(), "skillsListed");
    }

    @Test
    void narrowerIsAtLeastOneStepDown() {
        refused(() -> new Alignment.Narrower(0), "steps");
    }

    @Test
    void recencyStepsRiseInMonthsAndFallInValue() {
        Recency.Step two = new Recency.Step(24, new BasisPoints(7_000));
        refused(() -> new Recency(List.of()), "step");
        refused(() -> new Recency(List.of(two, two)), "rise");
        refused(
                () -> new Recency(List.of(two, new Recency.Step(25, new BasisPoints(7_001)))),
                "not rise in value");
        refused(() -> new Recency.Step(0, BasisPoints.FULL), "months");
    }

    @Test
    void aPolicyMustNotRewardLessProof() {
        BasisPoints half = new BasisPoints(5_000);
        BasisPoints full = BasisPoints.FULL;
        refused(() -> new ScoringPolicy.Tiers(half, full, half, full), "tiers");
        refused(() -> new ScoringPolicy.Levels(full, half, full), "levels");
        refused(() -> new ScoringPolicy.Assessments(half, full, half), "assessments");
    }

    @Test
    void aPolicyMustNotLetABroaderSkillMeetARequirement() {
        refused(() -> withMustHaveAlignment(5_000), "broader");
        assertThatCode(() -> withMustHaveAlignment(5_001)).doesNotThrowAnyException();
    }

    private static ScoringPolicy withMustHaveAlignment(int value) {
        ScoringPolicy p = ScoringPolicy.standard();
        return new ScoringPolicy(
                p.ref(),
                p.tiers(),
                p.alignments(),
                p.levels(),
                p.assessments(),
                new BasisPoints(value),
                p.secondVoice(),
                Map.of());
    }

    private static void refused(ThrowingCallable construction, String saying) {
        assertThatThrownBy(construction)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(saying);
    }
}
