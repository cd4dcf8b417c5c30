package dev.assay.trainingcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.Session;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.Uncertain;
import dev.assay.trainingcost.model.UncertainMoney;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.model.WaiverRule;
import dev.assay.trainingcost.rule.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.javamoney.moneta.Money;

/** Laws that every estimate obeys, over random roles, programmes and evidence. */
@Domain(RequestArbitraries.class)
class EstimateLawsTest {

    private static final int TRIES = 150;

    private final TrainingCostEstimator estimator = new TrainingCostEstimator();

    @Property(tries = TRIES)
    void noEvidenceCostsExactlyTheBaseline(@ForAll EstimateRequest request) {
        var estimate = estimator.estimate(WorkedExample.with(request, List.<Evidence>of()));

        assertThat(estimate.expected()).isEqualTo(estimate.baseline());
        assertThat(Stream.of(estimate.saving().p90(), estimate.saving().mean()))
                .allMatch(MonetaryAmount::isZero);
    }

    @Property(tries = TRIES)
    void savingLiesBetweenNothingAndTheBaseline(@ForAll EstimateRequest request) {
        var estimate = estimator.estimate(request);

        assertThat(estimate.saving().mean()).isBetween(nothing(), estimate.baseline().mean());
        assertThat(estimate.saving().p10()).isGreaterThanOrEqualTo(nothing());
    }

    @Property(tries = TRIES)
    void moreEvidenceNeverCostsMore(@ForAll EstimateRequest request, @ForAll Evidence addition) {
        var more = new ArrayList<>(request.evidence());
        more.add(addition);

        var before = estimator.estimate(request);
        var after = estimator.estimate(WorkedExample.with(request, more));

        assertThat(after.expected().mean()).isLessThanOrEqualTo(before.expected().mean());
        assertThat(after.expected().p90()).isLessThanOrEqualTo(before.expected().p90());
        assertThat(after.baseline()).isEqualTo(before.baseline());
    }

    @Property(tries = TRIES)
    void whatCannotBeWaivedStaysAsItIs(@ForAll EstimateRequest request) {
        var estimate = estimator.estimate(request);

        for (int m = 0; m < request.modules().size(); m++) {
            var module = request.modules().get(m);
            if (module.waiver() instanceof WaiverRule.Never
                    && module.purpose() == TrainingModule.Purpose.ROLE) {
                var line = estimate.modules().get(m);
                assertThat(line.cost()).isEqualTo(line.baseline());
            }
        }
    }

    @Property(tries = TRIES)
    void componentsSumToTheTotals(@ForAll EstimateRequest request) {
        var estimate = estimator.estimate(request);
        var lines = estimate.components();

        assertThat(sum(lines.stream().map(Estimate.ComponentLine::baseline)))
                .isEqualTo(estimate.baseline().mean());
        assertThat(sum(lines.stream().map(Estimate.ComponentLine::expected)))
                .isEqualTo(estimate.expected().mean());
        assertThat(sum(lines.stream().map(Estimate.ComponentLine::saving)))
                .isEqualTo(estimate.saving().mean());
    }

    @Property(tries = TRIES)
    void modulesSumToTheTotalsWithoutRamp(@ForAll EstimateRequest request) {
        var estimate = estimator.estimate(request);
        var ramp = estimate.components().get(Component.RAMP_UP.ordinal());

        assertThat(sum(estimate.modules().stream().map(Estimate.ModuleLine::baseline)))
                .isEqualTo(estimate.baseline().mean().subtract(ramp.baseline()));
        assertThat(sum(estimate.modules().stream().map(Estimate.ModuleLine::cost)))
                .isEqualTo(estimate.expected().mean().subtract(ramp.expected()));
    }

    @Property(tries = TRIES)
    void credentialsSumToTheSaving(@ForAll EstimateRequest request) {
        var estimate = estimator.estimate(request);

        assertThat(sum(estimate.attribution().stream().map(Estimate.CredentialLine::saving)))
                .isEqualTo(estimate.saving().mean());
        assertThat(estimate.attribution())
                .allMatch(line -> line.saving().isGreaterThanOrEqualTo(nothing()));
    }

    @Property(tries = TRIES)
    void percentilesAreInOrder(@ForAll EstimateRequest request) {
        var estimate = estimator.estimate(request);

        assertThat(List.of(estimate.baseline(), estimate.expected(), estimate.saving()))
                .allSatisfy(spread -> {
                    assertThat(spread.p10()).isLessThanOrEqualTo(spread.p50());
                    assertThat(spread.p50()).isLessThanOrEqualTo(spread.p90());
                });
    }

    @Property(tries = TRIES)
    void orderOfModulesAndEvidenceDoesNotMatter(@ForAll EstimateRequest request, @ForAll long by) {
        var modules = new ArrayList<>(request.modules());
        var evidence = new ArrayList<>(request.evidence());
        Collections.shuffle(modules, new Random(by));
        Collections.shuffle(evidence, new Random(by));

        var shuffled = WorkedExample.withModules(WorkedExample.with(request, evidence), modules);

        assertThat(estimator.estimate(shuffled)).isEqualTo(estimator.estimate(request));
    }

    @Property(tries = TRIES)
    void scalingAllMoneyScalesTheResults(@ForAll EstimateRequest request) {
        var estimate = estimator.estimate(request);
        var inThousands = estimator.estimate(scaled(request, 1000));

        assertThat(inThousands.saving().mean().getNumber().doubleValue())
                .isCloseTo(
                        1000 * estimate.saving().mean().getNumber().doubleValue(), within(10.01));
        assertThat(inThousands.baseline().p90().getNumber().doubleValue())
                .isCloseTo(
                        1000 * estimate.baseline().p90().getNumber().doubleValue(), within(5.01));
        assertThat(inThousands.modules())
                .extracting(Estimate.ModuleLine::decision)
                .isEqualTo(estimate.modules().stream().map(Estimate.ModuleLine::decision).toList());
    }

    @Property(tries = 40)
    void digitsAreTheSameOnAnyNumberOfThreads(@ForAll EstimateRequest request)
            throws InterruptedException, ExecutionException {
        var many =
                WorkedExample.with(
                        request, new SimulationSettings(request.simulation().seed(), 1024));
        try (var one = new ForkJoinPool(1);
                var five = new ForkJoinPool(5)) {
            var alone = one.submit(() -> estimator.estimate(many)).get();
            var together = five.submit(() -> estimator.estimate(many)).get();

            assertThat(together).isEqualTo(alone);
        }
    }

    @Property(tries = TRIES)
    void evidenceNotInForceIsAsGoodAsAbsent(
            @ForAll EstimateRequest request, @ForAll Evidence lapsed) {
        var without = estimator.estimate(request);
        for (var gone :
                List.of(
                        standing(lapsed, Evidence.Standing.REVOKED),
                        standing(lapsed, Evidence.Standing.COULD_NOT_CHECK),
                        expired(lapsed))) {
            var more = new ArrayList<>(request.evidence());
            more.add(gone);
            var with = estimator.estimate(WorkedExample.with(request, more));

            assertThat(with.expected()).isEqualTo(without.expected());
            assertThat(with.attribution()).isEqualTo(without.attribution());
            assertThat(with.warnings()).hasSizeGreaterThan(without.warnings().size());
        }
    }

    private static Evidence standing(Evidence e, Evidence.Standing standing) {
        return new Evidence(e.credential(), e.skill(), e.level(), e.strength(), null, standing);
    }

    private static Evidence expired(Evidence e) {
        return new Evidence(
                e.credential(),
                e.skill(),
                e.level(),
                e.strength(),
                WorkedExample.DAY.minusDays(1),
                Evidence.Standing.IN_FORCE);
    }

    private static EstimateRequest scaled(EstimateRequest request, double by) {
        var wage = request.wage();
        return new EstimateRequest(
                request.role(),
                request.modules().stream().map(m -> scaled(m, by)).toList(),
                new WagePoint(
                        wage.region(),
                        scaled(wage.hourly(), by),
                        wage.load(),
                        wage.date(),
                        wage.source()),
                scaled(request.mentorHourly(), by),
                request.evidence(),
                request.currency(),
                request.rates(),
                request.asOf(),
                request.ledger(),
                request.offer(),
                request.calibration(),
                request.simulation());
    }

    private static TrainingModule scaled(TrainingModule m, double by) {
        var session = m.session();
        return new TrainingModule(
                m.id(),
                m.name(),
                m.skillWeights(),
                m.traineeHours(),
                m.assessmentHours(),
                m.mentorHours(),
                scaled(m.seatFee(), by),
                session == null
                        ? null
                        : new Session(scaled(session.cost(), by), session.capacity()),
                m.waiver(),
                m.prerequisites(),
                m.purpose());
    }

    private static UncertainMoney scaled(UncertainMoney money, double by) {
        return new UncertainMoney(
                switch (money.amount()) {
                    case Uncertain.Fixed(double only) -> Uncertain.fixed(only * by);
                    case Uncertain.Pert(double a, double m, double b) ->
                            new Uncertain.Pert(a * by, m * by, b * by);
                    case Uncertain.Triangular(double a, double m, double b) ->
                            new Uncertain.Triangular(a * by, m * by, b * by);
                    case Uncertain.LogNormal(double p10, double p90) ->
                            new Uncertain.LogNormal(p10 * by, p90 * by);
                },
                money.currency());
    }

    private static MonetaryAmount sum(Stream<MonetaryAmount> amounts) {
        return amounts.reduce(nothing(), MonetaryAmount::add);
    }

    private static MonetaryAmount nothing() {
        return Money.zero(WorkedExample.USD);
    }
}
