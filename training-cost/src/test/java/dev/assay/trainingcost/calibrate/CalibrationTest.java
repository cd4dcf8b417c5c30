package dev.assay.trainingcost.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.InvalidInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final CostFactor PRIOR = new CostFactor(0, 4, 3, 0.12);

    @Nested
    class Factor {

        @Test
        void asInTheWorkedExample() {
            var after = PRIOR.after(completed(1.10, 0.95, 1.22, 1.05, 1.18));

            assertThat(after.mean()).isCloseTo(0.050797, within(5e-7));
            assertThat(after.weight()).isEqualTo(9);
            assertThat(after.shape()).isEqualTo(5.5);
            assertThat(after.scale()).isCloseTo(0.148905, within(5e-7));
            assertThat(after.predictiveScale()).isCloseTo(0.173441, within(5e-7));
            assertThat(after.factor(0.1)).isCloseTo(0.8305, within(5e-5));
            assertThat(after.factor(0.5)).isCloseTo(1.0521, within(5e-5));
            assertThat(after.factor(0.9)).isCloseTo(1.3328, within(5e-5));
        }

        @Test
        void withoutActualsStaysAsItWas() {
            assertThat(PRIOR.after(List.of())).isEqualTo(PRIOR);
        }

        @Test
        void withManyActualsFollowsThem() {
            var random = new Random(1);
            var ratios =
                    DoubleStream.generate(() -> Math.exp(0.3 + 0.1 * random.nextGaussian()))
                            .limit(20_000)
                            .toArray();

            var after = PRIOR.after(completed(ratios));

            assertThat(after.mean()).isCloseTo(0.3, within(0.005));
            assertThat(after.predictiveScale()).isCloseTo(0.1, within(0.005));
        }

        @Test
        void learningInTwoStepsIsLearningAtOnce() {
            var atOnce = PRIOR.after(completed(1.1, 0.9, 1.3));
            var inSteps = PRIOR.after(completed(1.1)).after(completed(0.9, 1.3));

            assertThat(inSteps.mean()).isCloseTo(atOnce.mean(), within(1e-12));
            assertThat(inSteps.scale()).isCloseTo(atOnce.scale(), within(1e-12));
        }

        @Test
        void orderOfActualsDoesNotMatter() {
            var actuals = new ArrayList<>(completed(1.1, 0.9, 1.3));
            actuals.add(new Actual(DAY, 100, 50, Actual.End.LEFT_EARLY));
            var shuffled = new ArrayList<>(actuals);
            Collections.reverse(shuffled);

            assertThat(PRIOR.after(shuffled)).isEqualTo(PRIOR.after(actuals));
        }
    }

    @Nested
    class Leavers {

        /**
         * Everybody past a random point leaves; dropping or believing them would pull costs down.
         */
        @Test
        void countingThemFindsTheTrueMean() {
            var random = new Random(3);
            var actuals = new ArrayList<Actual>();
            for (int i = 0; i < 4000; i++) {
                double cost = Math.exp(0.2 + 0.3 * random.nextGaussian());
                double leftAt = Math.exp(0.2 + 0.3 * random.nextGaussian());
                actuals.add(
                        leftAt < cost
                                ? new Actual(DAY, 1, leftAt, Actual.End.LEFT_EARLY)
                                : new Actual(DAY, 1, cost, Actual.End.COMPLETED));
            }
            var dropped =
                    PRIOR.after(
                            actuals.stream().filter(a -> a.end() == Actual.End.COMPLETED).toList());

            assertThat(PRIOR.after(actuals).mean()).isCloseTo(0.2, within(0.02));
            assertThat(dropped.mean()).isLessThan(0.1);
        }

        @Test
        void leavingAtOnceTellsNothingMuch() {
            var after = PRIOR.after(List.of(new Actual(DAY, 100, 1, Actual.End.LEFT_EARLY)));

            assertThat(after.mean()).isCloseTo(0, within(1e-6));
        }

        @Test
        void onlyLeaversStillGiveAnAnswer() {
            var after = PRIOR.after(List.of(new Actual(DAY, 100, 500, Actual.End.LEFT_EARLY)));

            assertThat(after.mean()).isBetween(0.2, 2.0);
            assertThat(after.scale()).isFinite();
        }
    }

    @Nested
    class Passing {

        @Test
        void learnsFromTries() {
            assertThat(new PassRate(2, 2).after(6, 6).mean()).isCloseTo(0.8, within(1e-12));
            assertThat(new PassRate(2, 2).after(0, 0).mean()).isEqualTo(0.5);
        }

        @Test
        void refusesMorePassesThanTries() {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> new PassRate(1, 1).after(3, 2))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("tries"));
        }
    }

    @Nested
    class Scores {

        @Test
        void asInTheWorkedExample() {
            assertThat(ForecastScore.crps(new double[] {4, 1, 3, 2}, 2.5))
                    .isCloseTo(0.375, within(1e-12));
            assertThat(ForecastScore.pinball(0.9, 4, 2.5)).isCloseTo(0.15, within(1e-12));
        }

        @Test
        void missesOnTheLikelierSideCostMore() {
            assertThat(ForecastScore.pinball(0.9, 2.5, 4)).isCloseTo(1.35, within(1e-12));
        }

        @Test
        void certainForecastIsScoredByItsDistance() {
            assertThat(ForecastScore.crps(new double[] {3}, 5)).isEqualTo(2);
        }
    }

    @Nested
    class HeldOut {

        @Test
        void calibrationBeatsThePriorOnBiasedEstimates() {
            var result = HoldOut.judge(PRIOR, biased(200, 5), 0.5);

            assertThat(result.learned()).isEqualTo(100);
            assertThat(result.judged()).isEqualTo(100);
            assertThat(result.coverageFits()).isTrue();
            assertThat(result.crps()).isLessThan(0.7 * result.crpsBefore());
            assertThat(result.pinballP90()).isPositive();
        }

        @Test
        void learnsFromThePastOnly() {
            var actuals = new ArrayList<>(biased(100, 6));
            Collections.shuffle(actuals, new Random(1));

            assertThat(HoldOut.judge(PRIOR, actuals, 0.5))
                    .isEqualTo(HoldOut.judge(PRIOR, biased(100, 6), 0.5));
        }

        @Test
        void noticesAnIntervalThatIsFarTooNarrow() {
            var sure = new CostFactor(0, 1e6, 1e6, 1);

            assertThat(HoldOut.judge(sure, biased(40, 7), 0).coverageFits()).isFalse();
        }

        @Test
        void refusesNothingToJudge() {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> HoldOut.judge(PRIOR, biased(10, 8), 1))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("actuals"));
        }

        private static List<Actual> biased(int count, int seed) {
            var random = new Random(seed);
            var actuals = new ArrayList<Actual>();
            for (int i = 0; i < count; i++) {
                actuals.add(
                        new Actual(
                                DAY.plusDays(i),
                                1000,
                                1000 * Math.exp(0.4 + 0.15 * random.nextGaussian()),
                                Actual.End.COMPLETED));
            }
            return actuals;
        }
    }

    private static List<Actual> completed(double... ratios) {
        return DoubleStream.of(ratios)
                .mapToObj(r -> new Actual(DAY, 1, r, Actual.End.COMPLETED))
                .toList();
    }
}
