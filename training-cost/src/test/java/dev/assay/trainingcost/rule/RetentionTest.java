package dev.assay.trainingcost.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.Survival;
import dev.assay.trainingcost.rule.Retention.BreakEven;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RetentionTest {

    @Nested
    class BreakingEven {

        @Test
        void asInTheWorkedExample() {
            assertThat(months(3826.496, 400, 0.02)).isCloseTo(10.75, within(0.005));
            assertThat(months(1824.594, 400, 0.02)).isCloseTo(4.84, within(0.005));
        }

        @Test
        void withoutLeaversItIsCostOverBenefit() {
            assertThat(months(1000, 400, 0)).isCloseTo(2.5, within(1e-12));
        }

        @Test
        void noCostIsPaidBackAtOnce() {
            assertThat(Retention.breakEven(0, 0, new Survival.Steady(0.02)))
                    .isEqualTo(new BreakEven.After(0));
        }

        @Test
        void neverWhenAllBenefitsTogetherDoNotReachTheCost() {
            // All benefits that ever come sum to 400 x 0.98 / 0.02 = 19,600.
            assertThat(Retention.breakEven(19_600, 400, new Survival.Steady(0.02)))
                    .isEqualTo(new BreakEven.Never());
            assertThat(Retention.breakEven(19_601, 400, new Survival.Steady(0.02)))
                    .isEqualTo(new BreakEven.Never());
        }

        @Test
        void neverWithoutBenefit() {
            assertThat(Retention.breakEven(1, 0, new Survival.Steady(0)))
                    .isEqualTo(new BreakEven.Never());
            assertThat(Retention.breakEven(1, 0, new Survival.Weibull(12, 1)))
                    .isEqualTo(new BreakEven.Never());
        }

        @Test
        void countingMonthsAgreesWithTheFormulaAtWholeMonths() {
            double cost = 400 * (0.98 + 0.98 * 0.98 + 0.98 * 0.98 * 0.98);

            assertThat(months(cost, 400, 0.02)).isCloseTo(3, within(1e-9));
            assertThat(
                            ((BreakEven.After)
                                            Retention.breakEven(
                                                    cost, 400, new Survival.ByMonth(List.of(0.02))))
                                    .months())
                    .isCloseTo(3, within(1e-9));
        }

        @Property(tries = 200)
        void moreLeaversMeanALaterBreakEven(
                @ForAll @DoubleRange(max = 0.05) double one,
                @ForAll @DoubleRange(max = 0.05) double other) {
            assertThat(months(3000, 400, Math.max(one, other)))
                    .isGreaterThanOrEqualTo(months(3000, 400, Math.min(one, other)) - 1e-9);
        }

        private static double months(double cost, double benefit, double loss) {
            return ((BreakEven.After) Retention.breakEven(cost, benefit, new Survival.Steady(loss)))
                    .months();
        }
    }

    @Nested
    class PremiumCeiling {

        @Test
        void asInTheWorkedExample() {
            double years = Retention.expectedYears(new Survival.Steady(0.02), 12, 0);

            assertThat(years).isCloseTo(0.879073, within(5e-7));
            assertThat(Retention.premiumCeiling(2523.56, 49_920, 1.1, years))
                    .isCloseTo(0.0523, within(5e-5));
            assertThat(Retention.premiumCeiling(2001.90, 49_920, 1.1, years))
                    .isCloseTo(0.0415, within(5e-5));
        }

        // The design page had the ceiling fall; but who leaves is no longer paid the premium.
        @Property(tries = 200)
        void risesWhenPeopleLeaveSooner(
                @ForAll @DoubleRange(max = 0.2) double one,
                @ForAll @DoubleRange(max = 0.2) double other) {
            assertThat(ceiling(Math.max(one, other), 12))
                    .isGreaterThanOrEqualTo(ceiling(Math.min(one, other), 12));
        }

        @Test
        void fallsWhenItMustLastLonger() {
            assertThat(ceiling(0.02, 24)).isLessThan(ceiling(0.02, 12));
        }

        @Test
        void discountingMakesFuturePayCheaper() {
            double undiscounted = Retention.expectedYears(new Survival.Steady(0), 12, 0);
            double discounted = Retention.expectedYears(new Survival.Steady(0), 12, 0.10);

            assertThat(undiscounted).isCloseTo(1, within(1e-12));
            assertThat(discounted).isBetween(0.94, 0.96);
        }

        private static double ceiling(double loss, int months) {
            return Retention.premiumCeiling(
                    2500,
                    50_000,
                    1.1,
                    Retention.expectedYears(new Survival.Steady(loss), months, 0));
        }
    }

    @Nested
    class Surviving {

        @Test
        void weibullWithShapeOneLosesTheSameShareEveryMonth() {
            var steady = new Survival.Steady(1 - Math.exp(-1 / 20.0));

            for (int month = 0; month < 30; month += 5) {
                assertThat(new Survival.Weibull(20, 1).remainingAfter(month))
                        .isCloseTo(steady.remainingAfter(month), within(1e-12));
            }
        }

        @Test
        void lastMonthlyLossGoesOn() {
            var survival = new Survival.ByMonth(List.of(0.1, 0.5));

            assertThat(survival.remainingAfter(0)).isEqualTo(1);
            assertThat(survival.remainingAfter(3)).isCloseTo(0.9 * 0.25, within(1e-12));
        }
    }
}
