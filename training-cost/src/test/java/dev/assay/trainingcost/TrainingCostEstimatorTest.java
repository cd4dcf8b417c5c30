package dev.assay.trainingcost;

import static dev.assay.trainingcost.WorkedExample.DAY;
import static dev.assay.trainingcost.WorkedExample.SQL;
import static dev.assay.trainingcost.WorkedExample.USD;
import static dev.assay.trainingcost.WorkedExample.fixed;
import static dev.assay.trainingcost.WorkedExample.shows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.calibrate.Actual;
import dev.assay.trainingcost.calibrate.CostFactor;
import dev.assay.trainingcost.model.Assumption;
import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.ExchangeRate;
import dev.assay.trainingcost.model.ExchangeRates;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.Ledger;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.Uncertain;
import dev.assay.trainingcost.model.UncertainMoney;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.rule.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrainingCostEstimatorTest {

    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final CurrencyUnit JPY = Monetary.getCurrency("JPY");

    private final TrainingCostEstimator estimator = new TrainingCostEstimator();
    private final EstimateRequest example = WorkedExample.exact();

    @Nested
    class Currencies {

        @Test
        void wageInAnotherCurrencyIsConvertedAtTheDatedRate() {
            var inEuros = wage(new UncertainMoney(fixed(20), EUR));
            var rates = rates(rate(EUR, USD, "1.2", DAY.minusDays(1)));

            assertThat(estimator.estimate(with(example, inEuros, USD, rates)).baseline())
                    .isEqualTo(estimator.estimate(example).baseline());
        }

        @Test
        void latestRateOnOrBeforeTheDayCounts() {
            var inEuros = wage(new UncertainMoney(fixed(20), EUR));
            var rates =
                    rates(
                            rate(EUR, USD, "9", DAY.minusDays(30)),
                            rate(EUR, USD, "1.2", DAY),
                            rate(EUR, USD, "9", DAY.plusDays(1)));

            assertThat(estimator.estimate(with(example, inEuros, USD, rates)).baseline())
                    .isEqualTo(estimator.estimate(example).baseline());
        }

        @Test
        void currencyWithoutRateIsRefusedByField() {
            var inEuros = wage(new UncertainMoney(fixed(20), EUR));
            for (var rates :
                    List.of(
                            ExchangeRates.NONE,
                            rates(rate(USD, EUR, "0.8", DAY)),
                            rates(rate(EUR, USD, "1.2", DAY.plusDays(1))))) {
                refused(
                        "wage.hourly.currency",
                        () -> estimator.estimate(with(example, inEuros, USD, rates)));
            }
        }

        @Test
        void moduleFeeWithoutRateIsRefusedByField() {
            var rates = rates(rate(USD, JPY, "150", DAY));
            var yenOnly =
                    new WagePoint("JP", new UncertainMoney(fixed(3000), JPY), fixed(1.2), DAY, "s");

            refused(
                    "mentorHourly.currency",
                    () -> estimator.estimate(with(example, yenOnly, JPY, ExchangeRates.NONE)));
            assertThat(
                            estimator
                                    .estimate(with(example, yenOnly, JPY, rates))
                                    .saving()
                                    .mean()
                                    .getNumber()
                                    .getScale())
                    .isZero();
        }

        @Test
        void sameRateTwiceForOneDayIsRefused() {
            refused("rates", () -> rates(rate(EUR, USD, "1", DAY), rate(EUR, USD, "2", DAY)));
        }
    }

    @Nested
    class Ledgers {

        @Test
        void overrideReplacesTheInput() {
            var ledger = ledger("modules[sql].traineeHours", fixed(48), "our course is longer");

            var longer = estimator.estimate(with(example, ledger));

            assertThat(
                            longer.baseline()
                                    .mean()
                                    .subtract(estimator.estimate(example).baseline().mean()))
                    .isEqualTo(Money.of(new BigDecimal("819.94"), USD));
            assertThat(longer.assumptions()).isEqualTo(ledger.assumptions());
        }

        @Test
        void differentValueNeedsAReason() {
            refused(
                    "ledger[modules[sql].traineeHours].overrideReason",
                    () -> with(example, ledger("modules[sql].traineeHours", fixed(48), null)));
        }

        @Test
        void sameValueNeedsNone() {
            var request = with(example, ledger("role.rampUp.weeksTo95", fixed(12), null));

            assertThat(estimator.estimate(request).baseline())
                    .isEqualTo(estimator.estimate(example).baseline());
        }

        @Test
        void everyKindOfInputCanBeOverridden() {
            for (var path :
                    List.of(
                            "wage.hourly",
                            "wage.load",
                            "mentorHourly",
                            "role.rampUp.weeksTo95",
                            "modules[viz].traineeHours",
                            "modules[viz].assessmentHours",
                            "modules[viz].mentorHours",
                            "modules[viz].seatFee",
                            "modules[viz].session.cost")) {
                var other = estimator.estimate(with(example, ledger(path, fixed(77), "trial")));

                assertThat(other.expected().mean())
                        .as(path)
                        .isNotEqualTo(estimator.estimate(example).expected().mean());
            }
            for (var path : List.of("role.rampUp.initialProductivity", "role.rampUp.transfer")) {
                var other = estimator.estimate(with(example, ledger(path, fixed(0.1), "trial")));

                assertThat(other.expected().mean())
                        .as(path)
                        .isNotEqualTo(estimator.estimate(example).expected().mean());
            }
        }

        @Test
        void overrideObeysTheRulesOfItsInput() {
            refused(
                    "role.rampUp.initialProductivity",
                    () ->
                            with(
                                    example,
                                    ledger(
                                            "role.rampUp.initialProductivity",
                                            fixed(0.99),
                                            "hopeful")));
            refused(
                    "modules[sql].seatFee.amount",
                    () -> with(example, ledger("modules[sql].seatFee", fixed(-1), "a gift")));
        }

        @Test
        void unknownInputIsRefused() {
            refused(
                    "ledger[modules[sql].colour].input",
                    () ->
                            estimator.estimate(
                                    with(example, ledger("modules[sql].colour", fixed(1), "x"))));
        }

        @Test
        void secondLineForAnInputIsRefused() {
            var line = assumption("wage.load", fixed(1.4235), null);

            refused("ledger[wage.load]", () -> new Ledger(List.of(line, line)));
        }
    }

    @Nested
    class EvidenceUsed {

        @Test
        void secondCredentialForTheSameSkillSavesNothingMore() {
            var more = new ArrayList<>(example.evidence());
            more.add(shows("another", SQL, 0.95));

            var estimate = estimator.estimate(WorkedExample.with(example, more));

            assertThat(estimate.saving()).isEqualTo(estimator.estimate(example).saving());
            assertThat(estimate.attribution().getFirst().saving())
                    .isEqualTo(estimate.attribution().get(1).saving());
        }

        @Test
        void lowerLevelCountsLess() {
            assertThat(evidence(3).strengthFor(3)).isEqualTo(0.95);
            assertThat(evidence(5).strengthFor(3)).isEqualTo(0.95);
            assertThat(evidence(2).strengthFor(3)).isEqualTo(0.6);
            assertThat(evidence(1).strengthFor(3)).isEqualTo(0.3);
            assertThat(evidence(1).strengthFor(4)).isZero();
        }

        @Test
        void countsThroughItsLastDay() {
            assertThat(until(DAY).countsOn(DAY)).isTrue();
            assertThat(until(DAY.minusDays(1)).countsOn(DAY)).isFalse();
        }

        @Test
        void skillsOutsideTheRoleChangeNothing() {
            var more = new ArrayList<>(example.evidence());
            more.add(shows("circus-school", new SkillId("juggling"), 1));

            var estimate = estimator.estimate(WorkedExample.with(example, more));

            assertThat(estimate.saving()).isEqualTo(estimator.estimate(example).saving());
            assertThat(estimate.attribution()).hasSize(2);
        }

        @Test
        void manyCredentialsAreStillSplitExactly() {
            var many = new ArrayList<Evidence>();
            for (int i = 0; i < 40; i++) {
                many.add(shows("badge-" + i, SQL, 0.5 + i / 100.0));
            }

            var estimate = estimator.estimate(WorkedExample.with(example, many));

            assertThat(
                            estimate.attribution().stream()
                                    .map(line -> line.saving().getNumber().doubleValue())
                                    .mapToDouble(Double::doubleValue)
                                    .sum())
                    .isCloseTo(estimate.saving().mean().getNumber().doubleValue(), within(1e-6));
        }

        private static Evidence evidence(int level) {
            return new Evidence(
                    new CredentialId("c"), SQL, level, 0.95, null, Evidence.Standing.IN_FORCE);
        }

        private static Evidence until(LocalDate day) {
            return new Evidence(new CredentialId("c"), SQL, 3, 1, day, Evidence.Standing.IN_FORCE);
        }
    }

    @Nested
    class Digest {

        private final String digest = estimator.estimate(example).digest();

        @Test
        void sameInputsHaveTheSameDigest() {
            assertThat(digest).matches("sha-256:[0-9a-f]{64}");
            assertThat(estimator.estimate(WorkedExample.exact()).digest()).isEqualTo(digest);
        }

        @Test
        void everyChangeChangesIt() {
            var changes =
                    List.of(
                            with(
                                    example,
                                    wage(WorkedExample.usd(24.0000001)),
                                    USD,
                                    example.rates()),
                            with(example, example.wage(), USD, rates(rate(EUR, USD, "1", DAY))),
                            with(example, ledger("wage.load", fixed(1.4235), null)),
                            WorkedExample.with(example, List.<Evidence>of()),
                            WorkedExample.withModules(example, example.modules().subList(0, 3)));

            assertThat(changes)
                    .extracting(request -> estimator.estimate(request).digest())
                    .doesNotHaveDuplicates()
                    .doesNotContain(digest);
        }
    }

    @Nested
    class Warned {

        @Test
        void aboutWhatEmployersUsuallyReport() {
            assertThat(codes(example)).contains(Warning.Code.ABOVE_SURVEY);
            assertThat(codes(WorkedExample.with(example, List.<Evidence>of())))
                    .doesNotContain(Warning.Code.ABOVE_SURVEY);
        }

        @Test
        void aboutOldSourcesFromTheDayAfterEighteenMonths() {
            assertThat(codes(dated(DAY.minusMonths(18)))).doesNotContain(Warning.Code.SOURCE_OLD);
            assertThat(codes(dated(DAY.minusMonths(18).minusDays(1))))
                    .contains(Warning.Code.SOURCE_OLD);
        }

        @Test
        void aboutInputsNobodyVouchesFor() {
            assertThat(fields(Warning.Code.SOURCE_MISSING, example))
                    .contains("modules[sql].traineeHours", "role.rampUp.transfer")
                    .doesNotContain("wage.hourly", "modules[compliance].assessmentHours");
            assertThat(
                            fields(
                                    Warning.Code.SOURCE_MISSING,
                                    with(
                                            example,
                                            ledger("modules[sql].traineeHours", fixed(24), null))))
                    .doesNotContain("modules[sql].traineeHours");
        }

        @Test
        void aboutRangesWiderThanTenToOne() {
            var wide = ledger("mentorHourly", new Uncertain.LogNormal(10, 101), "nobody knows");
            var narrow = ledger("mentorHourly", new Uncertain.LogNormal(10, 99), "we know more");

            assertThat(fields(Warning.Code.RANGE_WIDE, with(example, wide)))
                    .containsExactly("mentorHourly");
            assertThat(fields(Warning.Code.RANGE_WIDE, with(example, narrow))).isEmpty();
        }

        @Test
        void aboutTooFewActuals() {
            assertThat(codes(actuals(0))).contains(Warning.Code.NOT_CALIBRATED);
            assertThat(codes(actuals(19)))
                    .contains(Warning.Code.FEW_ACTUALS)
                    .doesNotContain(Warning.Code.NOT_CALIBRATED);
            assertThat(codes(actuals(20)))
                    .doesNotContain(Warning.Code.FEW_ACTUALS, Warning.Code.NOT_CALIBRATED);
        }

        @Test
        void tellsApartWhatLapsedAndWhatCouldNotBeChecked() {
            var request =
                    WorkedExample.with(
                            example,
                            List.of(
                                    standing("a", Evidence.Standing.REVOKED),
                                    standing("b", Evidence.Standing.COULD_NOT_CHECK)));

            assertThat(fields(Warning.Code.EVIDENCE_LAPSED, request))
                    .containsExactly("evidence[a][sql]");
            assertThat(fields(Warning.Code.EVIDENCE_UNCHECKED, request))
                    .containsExactly("evidence[b][sql]");
        }

        private static Evidence standing(String credential, Evidence.Standing standing) {
            return new Evidence(new CredentialId(credential), SQL, 3, 1, null, standing);
        }

        private List<Warning.Code> codes(EstimateRequest request) {
            return estimator.estimate(request).warnings().stream().map(Warning::code).toList();
        }

        private List<String> fields(Warning.Code code, EstimateRequest request) {
            return estimator.estimate(request).warnings().stream()
                    .filter(w -> w.code() == code)
                    .map(Warning::field)
                    .toList();
        }

        private EstimateRequest dated(LocalDate day) {
            var wage = example.wage();
            return with(
                    example,
                    new WagePoint(wage.region(), wage.hourly(), wage.load(), day, wage.source()),
                    USD,
                    example.rates());
        }
    }

    @Test
    void calibrationScalesTrainingButNotTheRamp() {
        var half = estimator.estimate(calibrated(new Calibration(fixed(1.5), 40)));
        var plain = estimator.estimate(example);

        for (int i = 0; i < plain.components().size(); i++) {
            double by = plain.components().get(i).component() == Component.RAMP_UP ? 1 : 1.5;
            assertThat(half.components().get(i).expected().getNumber().doubleValue())
                    .isCloseTo(
                            by * plain.components().get(i).expected().getNumber().doubleValue(),
                            within(0.021));
        }
    }

    @Test
    void learnedFactorWidensTheEstimate() {
        var factor =
                new CostFactor(0, 4, 3, 0.12)
                        .after(List.of(new Actual(DAY, 1, 1.2, Actual.End.COMPLETED)));
        var spread = estimator.estimate(calibrated(factor.calibration(1))).baseline();

        assertThat(spread.p10()).isLessThan(spread.p50());
        assertThat(spread.p90()).isGreaterThan(estimator.estimate(example).baseline().p90());
    }

    @Test
    void wageFromTheFutureIsRefused() {
        var future =
                new WagePoint(
                        "US", WorkedExample.usd(24), fixed(1.4), DAY.plusDays(1), "crystal ball");

        refused("wage.date", () -> with(example, future, USD, ExchangeRates.NONE));
    }

    private EstimateRequest actuals(int actuals) {
        return calibrated(new Calibration(fixed(1), actuals));
    }

    private EstimateRequest calibrated(Calibration calibration) {
        return new EstimateRequest(
                example.role(),
                example.modules(),
                example.wage(),
                example.mentorHourly(),
                example.evidence(),
                example.currency(),
                example.rates(),
                example.asOf(),
                example.ledger(),
                example.offer(),
                calibration,
                example.simulation());
    }

    private static WagePoint wage(UncertainMoney hourly) {
        return new WagePoint("US", hourly, fixed(1.4235), DAY, "sample wage table");
    }

    private static ExchangeRate rate(
            CurrencyUnit from, CurrencyUnit to, String rate, LocalDate day) {
        return new ExchangeRate(from, to, new BigDecimal(rate), day, "sample bank");
    }

    private static ExchangeRates rates(ExchangeRate... rates) {
        return new ExchangeRates(List.of(rates));
    }

    private static Ledger ledger(String input, Uncertain value, @Nullable String reason) {
        return new Ledger(List.of(assumption(input, value, reason)));
    }

    private static Assumption assumption(String input, Uncertain value, @Nullable String reason) {
        return new Assumption(input, value, "hours", "survey", DAY, "finance", reason);
    }

    private static EstimateRequest with(EstimateRequest request, Ledger ledger) {
        return new EstimateRequest(
                request.role(),
                request.modules(),
                request.wage(),
                request.mentorHourly(),
                request.evidence(),
                request.currency(),
                request.rates(),
                request.asOf(),
                ledger,
                request.offer(),
                request.calibration(),
                request.simulation());
    }

    private static EstimateRequest with(
            EstimateRequest request, WagePoint wage, CurrencyUnit currency, ExchangeRates rates) {
        return new EstimateRequest(
                request.role(),
                request.modules(),
                wage,
                request.mentorHourly(),
                request.evidence(),
                currency,
                rates,
                request.asOf(),
                request.ledger(),
                request.offer(),
                request.calibration(),
                request.simulation());
    }

    private static void refused(String path, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.path()).isEqualTo(path));
    }
}
