package dev.assay.trainingcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.rule.Component;
import dev.assay.trainingcost.rule.Decision;
import dev.assay.trainingcost.rule.Retention;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The numbers that docs/training-cost.md works out by hand. */
class WorkedExampleTest {

    @Nested
    class WithEveryInputKnown {

        private final Estimate estimate =
                new TrainingCostEstimator().estimate(WorkedExample.exact());

        @Test
        void totals() {
            assertThat(estimate.baseline().mean()).isEqualTo(usd("7363.17"));
            assertThat(estimate.expected().mean()).isEqualTo(usd("4839.61"));
            assertThat(estimate.saving().mean()).isEqualTo(usd("2523.56"));
        }

        @Test
        void knownInputsLeaveNoSpread() {
            var saving = estimate.saving();

            assertThat(saving.p10()).isEqualTo(saving.p50()).isEqualTo(saving.p90());
            assertThat(saving.p50()).isEqualTo(usd("2523.56"));
            assertThat(estimate.savingError()).isEqualTo(usd("0.00"));
            assertThat(estimate.tornado()).isEmpty();
        }

        @Test
        void componentsOfTheSaving() {
            assertThat(line(Component.TRAINEE_TIME).saving()).isEqualTo(usd("1096.25"));
            assertThat(line(Component.DIRECT).saving()).isEqualTo(usd("402.24"));
            assertThat(line(Component.MENTOR).saving()).isEqualTo(usd("296.61"));
            assertThat(line(Component.SESSIONS).saving()).isEqualTo(usd("206.80"));
            assertThat(line(Component.RAMP_UP).baseline()).isEqualTo(usd("3536.68"));
            assertThat(line(Component.RAMP_UP).expected()).isEqualTo(usd("3015.02"));
        }

        @Test
        void trainingAlone() {
            assertThat(training(estimate, true)).isEqualTo(usd("3826.49"));
            assertThat(training(estimate, false)).isEqualTo(usd("1824.59"));
        }

        @Test
        void decisionsByModule() {
            var decisions =
                    estimate.modules().stream()
                            .collect(
                                    Collectors.toMap(
                                            m -> m.id().value(), Estimate.ModuleLine::decision));

            assertThat(decisions)
                    .containsEntry("sql", Decision.WAIVE)
                    .containsEntry("viz", Decision.TEST_OUT)
                    .containsEntry("tools", Decision.TAKE)
                    .containsEntry("compliance", Decision.TAKE);
        }

        @Test
        void coverageByModule() {
            assertThat(module("sql").coverage()).isCloseTo(0.855, within(1e-12));
            assertThat(module("viz").coverage()).isCloseTo(0.568, within(1e-12));
            assertThat(module("tools").coverage()).isZero();
        }

        @Test
        void costByModule() {
            assertThat(amount(module("sql").baseline())).isCloseTo(1477.936, within(0.011));
            assertThat(amount(module("viz").baseline())).isCloseTo(982.624, within(0.011));
            assertThat(amount(module("tools").baseline())).isCloseTo(1189.280, within(0.011));
            assertThat(amount(module("compliance").baseline())).isCloseTo(176.656, within(0.011));
            assertThat(module("sql").cost()).isEqualTo(usd("0.00"));
            assertThat(amount(module("viz").cost())).isCloseTo(458.658, within(0.011));
        }

        @Test
        void attributionByCredential() {
            assertThat(estimate.attribution())
                    .containsExactly(
                            new Estimate.CredentialLine(
                                    new CredentialId("sql-badge"), usd("1813.92")),
                            new Estimate.CredentialLine(
                                    new CredentialId("viz-badge"), usd("709.64")));
        }

        @Test
        void premiumCeilingOfTheFirstYear() {
            var ceilings = estimate.offer().orElseThrow().ceilings();

            assertThat(ceilings).extracting(Estimate.Ceiling::years).containsExactly(1, 2, 3);
            assertThat(ceilings.getFirst().percent()).isCloseTo(5.23, within(0.005));
        }

        @Test
        void tenPercentPremiumLosesMoneyInTheFirstYear() {
            var outcome = estimate.offer().orElseThrow().atPremium().orElseThrow();

            assertThat(amount(outcome.cost())).isCloseTo(4827, within(0.5));
            assertThat(amount(outcome.net())).isCloseTo(2523.56 - 4827, within(0.5));
            assertThat(outcome.chanceOfGain()).isZero();
        }

        @Test
        void trainingPaysBackSooner() {
            var payback = estimate.offer().orElseThrow().payback().orElseThrow();

            assertThat(months(payback.baseline())).isCloseTo(10.75, within(0.005));
            assertThat(months(payback.expected())).isCloseTo(4.84, within(0.005));
        }

        @Test
        void viewsCountTheSameMoneyDifferently() {
            var before = estimate.views().baseline();

            assertThat(before.cvts().total())
                    .isEqualTo(
                            before.fullyLoaded()
                                    .subtract(line(Component.MENTOR).baseline())
                                    .subtract(line(Component.RAMP_UP).baseline()));
            assertThat(before.fullyLoaded()).isEqualTo(estimate.baseline().mean());
            assertThat(before.bibb().net()).isEqualTo(before.fullyLoaded());
            assertThat(before.bibb().contribution())
                    .isEqualTo(usd("35530.56").subtract(line(Component.RAMP_UP).baseline()));
        }

        private Estimate.ComponentLine line(Component component) {
            return estimate.components().get(component.ordinal());
        }

        private Estimate.ModuleLine module(String id) {
            return estimate.modules().stream()
                    .filter(m -> m.id().equals(new ModuleId(id)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class WithSixUncertainInputs {

        private final Estimate estimate =
                new TrainingCostEstimator().estimate(WorkedExample.uncertain(1 << 16));

        @Test
        void savingIsPaired() {
            assertThat(amount(estimate.saving().mean())).isCloseTo(2608.43, within(0.5));
            assertThat(amount(estimate.saving().p10())).isCloseTo(2281, within(3.0));
            assertThat(amount(estimate.saving().p50())).isCloseTo(2591, within(3.0));
            assertThat(amount(estimate.saving().p90())).isCloseTo(2959, within(3.0));
        }

        @Test
        void differenceOfPercentilesWouldBeWrong() {
            double difference =
                    amount(estimate.baseline().p90()) - amount(estimate.expected().p90());

            assertThat(difference).isCloseTo(2732, within(5.0));
        }

        @Test
        void errorOfTheMeanIsTold() {
            assertThat(amount(estimate.savingError())).isBetween(0.0, 0.2);
        }

        @Test
        void tornadoWithOthersAtTheirMostLikely() {
            bar("role.rampUp.transfer", 2259, 2788);
            bar("role.rampUp.weeksTo95", 2431, 2675);
            bar("modules[sql].traineeHours", 2450, 2651);
            bar("wage.hourly", 2451, 2649);
            bar("modules[viz].traineeHours", 2482, 2596);
            bar("role.rampUp.initialProductivity", 2569, 2477);
        }

        @Test
        void tornadoShowsTheWidestFirst() {
            assertThat(estimate.tornado().getFirst().input()).isEqualTo("role.rampUp.transfer");
            assertThat(estimate.tornado()).hasSize(6);
        }

        private void bar(String input, double atP10, double atP90) {
            var bar =
                    estimate.tornado().stream()
                            .filter(b -> b.input().equals(input))
                            .findFirst()
                            .orElseThrow();
            assertThat(amount(bar.atP10())).as(input).isCloseTo(atP10, within(1.0));
            assertThat(amount(bar.atP90())).as(input).isCloseTo(atP90, within(1.0));
        }
    }

    private static MonetaryAmount training(Estimate estimate, boolean baseline) {
        return estimate.components().stream()
                .filter(line -> line.component() != Component.RAMP_UP)
                .map(line -> baseline ? line.baseline() : line.expected())
                .reduce(usd("0"), MonetaryAmount::add);
    }

    private static double months(Retention.BreakEven breakEven) {
        return ((Retention.BreakEven.After) breakEven).months();
    }

    private static double amount(MonetaryAmount money) {
        return money.getNumber().doubleValue();
    }

    private static MonetaryAmount usd(String amount) {
        return Money.of(new BigDecimal(amount), "USD");
    }
}
