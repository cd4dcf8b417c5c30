package dev.assay.trainingcost.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.RampUp;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RampLossTest {

    @Test
    void exponentialAsInTheWorkedExample() {
        double tau = 12 / Math.log(0.5 / 0.05);

        assertThat(tau).isCloseTo(5.21153, within(5e-6));
        assertThat(weeks(RampUp.Curve.EXPONENTIAL, 0.5, 12, 26))
                .isCloseTo(0.5 * tau * (1 - Math.exp(-26 / tau)), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(RampUp.Curve.class)
    void equalsTheAreaAboveTheCurve(RampUp.Curve curve) {
        for (double horizon : new double[] {3, 12, 40}) {
            double area = 0;
            int steps = 20_000;
            for (int i = 0; i < steps; i++) {
                area += gap(curve, (i + 0.5) * horizon / steps) * horizon / steps;
            }
            assertThat(weeks(curve, 0.4, 12, horizon)).isCloseTo(area, within(1e-6));
        }
    }

    // Linear loss that ignores the horizon, (1 - initial) T / 2, would count 6 weeks here.
    @Test
    void linearLossStopsAtTheHorizon() {
        assertThat(weeks(RampUp.Curve.LINEAR, 0, 12, 6)).isCloseTo(4.5, within(1e-12));
        assertThat(weeks(RampUp.Curve.LINEAR, 0, 12, 26)).isCloseTo(6, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 26", "12, 0"})
    void noRampOrNoHorizonCostsNothing(double weeksTo95, double horizon) {
        for (var curve : RampUp.Curve.values()) {
            assertThat(weeks(curve, 0.5, weeksTo95, horizon)).isZero();
        }
    }

    @Test
    void powerCurveIsContinuousWhereTheExponentIsOne() {
        // (1 - initial) / 0.05 = 1 + T makes the exponent 1.
        double at = weeks(RampUp.Curve.POWER, 0.5, 9, 26);

        assertThat(weeks(RampUp.Curve.POWER, 0.5, 9 + 1e-6, 26)).isCloseTo(at, within(1e-5));
        assertThat(weeks(RampUp.Curve.POWER, 0.5, 9 - 1e-6, 26)).isCloseTo(at, within(1e-5));
        assertThat(at).isCloseTo(0.5 * Math.log(27), within(1e-9));
    }

    @Property(tries = 200)
    void lossGrowsWithTheHorizonAndStaysBelowIt(
            @ForAll @DoubleRange(max = 0.94) double initial,
            @ForAll @DoubleRange(min = 0.1, max = 60) double weeksTo95,
            @ForAll @DoubleRange(max = 100) double horizon,
            @ForAll RampUp.Curve curve) {
        double loss = weeks(curve, initial, weeksTo95, horizon);

        assertThat(loss).isBetween(0.0, horizon * (1 - initial) * (1 + 1e-12));
        assertThat(weeks(curve, initial, weeksTo95, horizon + 1)).isGreaterThanOrEqualTo(loss);
    }

    private static double gap(RampUp.Curve curve, double week) {
        double initial = 0.4;
        double to95 = 12;
        double gap = 1 - initial;
        return switch (curve) {
            case EXPONENTIAL -> gap * Math.exp(-week * Math.log(gap / 0.05) / to95);
            case LINEAR -> gap * Math.max(0, 1 - week / to95);
            case POWER -> gap * Math.pow(1 + week, -Math.log(gap / 0.05) / Math.log(1 + to95));
        };
    }

    private static double weeks(
            RampUp.Curve curve, double initial, double weeksTo95, double horizon) {
        return RampLoss.weeks(curve, initial, weeksTo95, horizon);
    }
}
