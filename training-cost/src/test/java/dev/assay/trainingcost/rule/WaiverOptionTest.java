package dev.assay.trainingcost.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.PassCurve;
import dev.assay.trainingcost.model.WaiverRule;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WaiverOptionTest {

    private static final double BIT = Math.ulp(1.0);

    private static WaiverRule.ByCoverage rule(double spot) {
        return new WaiverRule.ByCoverage(0, 0.25, 0.50, 0.75, spot, PassCurve.AS_COVERED);
    }

    @Nested
    class Permitted {

        @Test
        void belowEveryThresholdTheModuleIsTaken() {
            assertThat(decisions(0.25 - BIT)).containsExactly(Decision.TAKE);
        }

        @Test
        void thresholdsOpenTheirOptionExactlyThere() {
            assertThat(decisions(0.25)).containsExactly(Decision.TAKE, Decision.SHORTEN);
            assertThat(decisions(0.50 - BIT)).doesNotContain(Decision.TEST_OUT);
            assertThat(decisions(0.50)).contains(Decision.TEST_OUT);
            assertThat(decisions(0.75 - BIT)).doesNotContain(Decision.WAIVE);
            assertThat(decisions(0.75)).contains(Decision.WAIVE);
        }

        @Test
        void absentThresholdsOpenNothing() {
            var closed = new WaiverRule.ByCoverage(0, null, null, null, 0, PassCurve.AS_COVERED);

            assertThat(WaiverOption.permitted(closed, 1)).containsExactly(WaiverOption.TAKE);
        }

        @Test
        void fixedModulesAreTakenWhateverIsShown() {
            assertThat(WaiverOption.permitted(new WaiverRule.Never(), 1))
                    .containsExactly(WaiverOption.TAKE);
        }

        @Test
        void failingTheTestOutTakesSeatAndCourse() {
            var testOut = WaiverOption.permitted(rule(0), 0.6).getLast();

            assertThat(testOut.decision()).isEqualTo(Decision.TEST_OUT);
            assertThat(testOut.seatShare()).isCloseTo(0.4, within(1e-15));
            assertThat(testOut.variableShare()).isEqualTo(testOut.seatShare());
            assertThat(testOut.assessmentShare()).isEqualTo(1);
        }

        private static List<Decision> decisions(double coverage) {
            return WaiverOption.permitted(rule(0), coverage).stream()
                    .map(WaiverOption::decision)
                    .toList();
        }
    }

    @Nested
    class Cheapest {

        @Test
        void testingOutIsRefusedWhereItCostsMoreThanTheCourse() {
            var options = WaiverOption.permitted(rule(0), 0.5);

            assertThat(chosen(options, 100, 51)).isEqualTo(Decision.SHORTEN);
            assertThat(chosen(List.of(options.get(0), options.get(2)), 100, 51))
                    .isEqualTo(Decision.TAKE);
        }

        @Test
        void tiesGoToFewerSeats() {
            var take = WaiverOption.TAKE;
            var testOut = new WaiverOption(Decision.TEST_OUT, 0.5, 1, 0.5);

            assertThat(chosen(List.of(take, testOut), 100, 50)).isEqualTo(Decision.TEST_OUT);
            assertThat(chosen(List.of(testOut, take), 100, 50)).isEqualTo(Decision.TEST_OUT);
        }

        @Test
        void shorteningCanBeatASpotCheck() {
            assertThat(chosen(WaiverOption.permitted(rule(1), 0.75), 100, 10))
                    .isEqualTo(Decision.WAIVE);
            assertThat(chosen(WaiverOption.permitted(rule(1), 0.95), 100, 10))
                    .isEqualTo(Decision.SHORTEN);
        }

        private static Decision chosen(
                List<WaiverOption> options, double variable, double assessment) {
            return WaiverOption.cheapest(options, variable, assessment).decision();
        }
    }

    @Property(tries = 200)
    void costAndSeatsNeverRiseWithCoverage(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other,
            @ForAll @DoubleRange(max = 1) double spot,
            @ForAll @DoubleRange(max = 1000) double variable,
            @ForAll @DoubleRange(max = 200) double assessment) {
        // Not divisible, since sessions forbid that; seats matter only with sessions.
        var rule = new WaiverRule.ByCoverage(0, null, 0.4, 0.8, spot, PassCurve.AS_COVERED);

        var less =
                WaiverOption.cheapest(
                        WaiverOption.permitted(rule, Math.min(one, other)), variable, assessment);
        var more =
                WaiverOption.cheapest(
                        WaiverOption.permitted(rule, Math.max(one, other)), variable, assessment);

        assertThat(more.cost(variable, assessment))
                .isLessThanOrEqualTo(less.cost(variable, assessment));
        assertThat(more.seatShare()).isLessThanOrEqualTo(less.seatShare());
    }
}
