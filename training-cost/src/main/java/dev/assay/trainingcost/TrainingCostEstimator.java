package dev.assay.trainingcost;

import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.OfferTerms;
import dev.assay.trainingcost.rule.Attribution;
import dev.assay.trainingcost.rule.Proof;
import dev.assay.trainingcost.rule.Retention;
import dev.assay.trainingcost.rule.TrainingProgram;
import dev.assay.trainingcost.simulate.Simulation;
import dev.assay.trainingcost.simulate.Tornado;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Estimates what a hire costs to train, what the evidence saves, and how sure that is. The same
 * request gives the same digits, on any number of threads. Refuses bad input with an {@link
 * InvalidInputException} that names the field. Not meant for ranking people: whoever could not
 * afford credentials would lose.
 */
public final class TrainingCostEstimator {

    /** Changes with every change that can move a digit of a result. */
    public static final String ENGINE_VERSION = "training-cost/1";

    private static final int MONTHS_IN_A_YEAR = 12;
    private static final int[] CEILING_YEARS = {1, 2, 3};

    public Estimate estimate(EstimateRequest request) {
        var program = program(request);
        checkLedger(request, program);
        var shown = ShownSkills.byCredential(request.role(), request.evidence(), request.asOf());
        var nothing = program.prove(Map.of());
        var proof = program.prove(ShownSkills.best(shown));
        var simulation = Simulation.run(program, nothing, proof, request.simulation());
        var tornado = Tornado.of(program, nothing, proof);
        var money = new EstimateMoney(request.currency(), program, simulation);
        return new Estimate(
                request.currency(),
                money.baseline(),
                money.expected(),
                money.saving(),
                money.round(simulation.standardError()),
                money.components(),
                moduleLines(program, proof, money),
                money.views(),
                money.attribution(
                        Attribution.split(program, shown, simulation, request.simulation().seed())),
                tornado.stream()
                        .map(bar ->
                                new Estimate.TornadoBar(
                                        bar.input(),
                                        money.round(bar.atP10()),
                                        money.round(bar.atP90())))
                        .toList(),
                Optional.ofNullable(request.offer()).map(terms -> offer(terms, simulation, money)),
                request.ledger().assumptions(),
                Warnings.of(request, program, simulation, tornado),
                request.simulation().seed(),
                ENGINE_VERSION,
                InputDigest.of(ENGINE_VERSION, request));
    }

    static TrainingProgram program(EstimateRequest request) {
        return new TrainingProgram(
                request.role(),
                request.modules(),
                request.wage(),
                request.mentorHourly(),
                request.calibration(),
                money ->
                        request.rates()
                                .factor(
                                        "currency",
                                        money.currency(),
                                        request.currency(),
                                        request.asOf()));
    }

    static void checkLedger(EstimateRequest request, TrainingProgram program) {
        for (var assumption : request.ledger().assumptions()) {
            if (program.inputs().stream().noneMatch(i -> i.path().equals(assumption.input()))) {
                throw new InvalidInputException(
                        "ledger[" + assumption.input() + "].input", "is no input of the estimate");
            }
        }
    }

    private static List<Estimate.ModuleLine> moduleLines(
            TrainingProgram program, Proof proof, EstimateMoney money) {
        var mostLikely = program.mostLikely();
        return IntStream.range(0, program.modules().size())
                .mapToObj(m ->
                        new Estimate.ModuleLine(
                                program.modules().get(m).id(),
                                program.modules().get(m).name(),
                                program.decision(mostLikely, proof, m),
                                proof.coverage().get(m),
                                money.moduleBaseline(m),
                                money.moduleExpected(m)))
                .toList();
    }

    private static Estimate.OfferView offer(
            OfferTerms terms, Simulation simulation, EstimateMoney money) {
        double pay = simulation.meanAnnualPay();
        double saving = simulation.saving().mean();
        var ceilings =
                pay == 0
                        ? List.<Estimate.Ceiling>of()
                        : IntStream.of(CEILING_YEARS)
                                .mapToObj(years ->
                                        new Estimate.Ceiling(
                                                years,
                                                100
                                                        * Retention.premiumCeiling(
                                                                saving,
                                                                pay,
                                                                terms.onCost(),
                                                                years(terms, years))))
                                .toList();
        var payback =
                Optional.ofNullable(terms.monthlyBenefit())
                        .map(benefit ->
                                new Estimate.Payback(
                                        Retention.breakEven(
                                                money.trainingBaseline(),
                                                benefit,
                                                terms.survival()),
                                        Retention.breakEven(
                                                money.trainingExpected(),
                                                benefit,
                                                terms.survival())));
        var outcome =
                Optional.ofNullable(terms.premium())
                        .map(premium -> {
                            double share = premium * terms.onCost();
                            double cost = pay * share * years(terms, 1);
                            return new Estimate.PremiumOutcome(
                                    premium,
                                    money.round(cost),
                                    money.saving().mean().subtract(money.round(cost)),
                                    simulation.chanceOfGain(share, years(terms, 1)));
                        });
        return new Estimate.OfferView(ceilings, payback, outcome);
    }

    private static double years(OfferTerms terms, int years) {
        return Retention.expectedYears(
                terms.survival(), years * MONTHS_IN_A_YEAR, terms.annualDiscount());
    }
}
