package dev.assay.trainingcost.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.Uncertain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distributions agree with those of another library, commons-math. */
class QuantilesTest {

    private static final Uncertain.Pert PERT = new Uncertain.Pert(8, 12, 20);
    private static final Uncertain.Triangular TRIANGULAR = new Uncertain.Triangular(8, 12, 20);

    @Nested
    class Pert {

        @Test
        void momentsAndPercentilesOfTheWorkedExample() {
            assertThat(PERT.mean()).isCloseTo(12.6667, within(5e-5));
            assertThat(PERT.variance()).isCloseTo(4.8889, within(5e-5));
            assertThat(at(PERT, 0.1)).isCloseTo(9.8363, within(5e-4));
            assertThat(at(PERT, 0.5)).isCloseTo(12.5098, within(5e-4));
            assertThat(at(PERT, 0.9)).isCloseTo(15.7335, within(5e-4));
            assertThat(Quantiles.exactly(PERT, 0.9)).isCloseTo(15.7335, within(5e-5));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, 0.001, 0.1, 0.25, 0.5, 0.8, 0.99, 1})
        void tableStaysWithinOneInTenThousandOfTheRange(double mode) {
            var value = new Uncertain.Pert(0, mode, 1);
            var exact = new BetaDistribution(1 + 4 * mode, 5 - 4 * mode);
            var quantile = Quantiles.of(value);
            for (int i = 1; i < 4000; i++) {
                double u = i / 4000.0;
                assertThat(quantile.applyAsDouble(u))
                        .isCloseTo(exact.inverseCumulativeProbability(u), within(1e-4));
            }
            for (double u = 1e-12; u < 0.02; u *= 1.7) {
                assertThat(quantile.applyAsDouble(u))
                        .as("lower tail at " + u)
                        .isCloseTo(exact.inverseCumulativeProbability(u), within(1e-4));
                assertThat(quantile.applyAsDouble(1 - u))
                        .as("upper tail at " + u)
                        .isCloseTo(exact.inverseCumulativeProbability(1 - u), within(1e-4));
            }
        }

        @Property(tries = 300)
        void neverFallsAndStaysInRange(
                @ForAll @DoubleRange(max = 1) double mode,
                @ForAll @DoubleRange(min = 1e-15, max = 0.999999) double one,
                @ForAll @DoubleRange(min = 1e-15, max = 0.999999) double other) {
            var quantile = Quantiles.of(new Uncertain.Pert(2, 2 + mode, 3));

            assertThat(quantile.applyAsDouble(Math.min(one, other)))
                    .isLessThanOrEqualTo(quantile.applyAsDouble(Math.max(one, other)))
                    .isBetween(2.0, 3.0);
        }

        @Test
        void tablesJoinWithoutAStep() {
            var quantile = Quantiles.of(PERT);
            for (double u : new double[] {1.0 / 64, 63.0 / 64, 1.0 / 4096, 4095.0 / 4096}) {
                assertThat(quantile.applyAsDouble(Math.nextUp(u)))
                        .isCloseTo(quantile.applyAsDouble(Math.nextDown(u)), within(0.01));
            }
        }
    }

    @Test
    void triangularAgreesWithAnotherLibrary() {
        assertThat(TRIANGULAR.mean()).isCloseTo(13.3333, within(5e-5));
        assertThat(TRIANGULAR.variance()).isCloseTo(6.2222, within(5e-5));
        agrees(TRIANGULAR, new TriangularDistribution(8, 12, 20));
        agrees(new Uncertain.Triangular(8, 8, 20), new TriangularDistribution(8, 8, 20));
        agrees(new Uncertain.Triangular(8, 20, 20), new TriangularDistribution(8, 20, 20));
    }

    @Test
    void logNormalAgreesWithAnotherLibrary() {
        var value = new Uncertain.LogNormal(5, 20);
        var exact = new LogNormalDistribution(value.mu(), value.sigma());

        agrees(value, exact);
        assertThat(at(value, 0.1)).isCloseTo(5, within(1e-9));
        assertThat(at(value, 0.9)).isCloseTo(20, within(1e-9));
        assertThat(value.mean()).isCloseTo(exact.getNumericalMean(), within(1e-9));
        assertThat(value.variance()).isCloseTo(exact.getNumericalVariance(), within(1e-6));
        assertThat(value.mostLikely()).isCloseTo(10, within(1e-9));
    }

    @Test
    void rangeWithoutWidthIsAPoint() {
        for (var point :
                new Uncertain[] {
                    new Uncertain.Pert(3, 3, 3),
                    new Uncertain.Triangular(3, 3, 3),
                    new Uncertain.LogNormal(3, 3),
                    Uncertain.fixed(3)
                }) {
            assertThat(point.isCertain()).isTrue();
            assertThat(at(point, 0.01)).isEqualTo(3);
            assertThat(point.variance()).isZero();
        }
    }

    private static void agrees(Uncertain value, RealDistribution exact) {
        for (int i = 1; i < 1000; i++) {
            assertThat(at(value, i / 1000.0))
                    .isCloseTo(exact.inverseCumulativeProbability(i / 1000.0), within(1e-6));
        }
    }

    private static double at(Uncertain value, double u) {
        return Quantiles.of(value).applyAsDouble(u);
    }
}
