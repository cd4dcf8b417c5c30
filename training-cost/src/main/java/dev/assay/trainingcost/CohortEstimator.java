package dev.assay.trainingcost;

import dev.assay.trainingcost.cohort.SessionCount;
import dev.assay.trainingcost.model.Apportionment;
import dev.assay.trainingcost.rule.Proof;
import dev.assay.trainingcost.rule.TrainingProgram;
import dev.assay.trainingcost.simulate.CohortSimulation;
import dev.assay.trainingcost.simulate.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Estimates a cohort: like {@link TrainingCostEstimator}, but for many hires who share sessions and
 * the unknowns of their role. Never ranks or names the hires in its result.
 */
public final class CohortEstimator {

    public CohortEstimate estimate(CohortRequest request) {
        return estimate(request, () -> false);
    }

    /**
     * The same, for long runs.
     *
     * @param cancelled asked every now and then; once true, the run ends with a {@link
     *     java.util.concurrent.CancellationException}
     */
    public CohortEstimate estimate(CohortRequest request, BooleanSupplier cancelled) {
        var terms = request.terms();
        var program = TrainingCostEstimator.program(terms);
        TrainingCostEstimator.checkLedger(terms, program);
        var nothing = program.prove(Map.of());
        var proofs =
                request.hires().stream()
                        .map(hire ->
                                program.prove(
                                        ShownSkills.best(
                                                ShownSkills.byCredential(
                                                        terms.role(),
                                                        hire.evidence(),
                                                        terms.asOf()))))
                        .toList();
        var sessions = new ArrayList<CohortSimulation.Sessions>();
        var lines = new ArrayList<CohortEstimate.SessionLine>();
        for (int m = 0; m < program.modules().size(); m++) {
            if (program.modules().get(m).session() != null) {
                addSessions(program, proofs, m, terms.currency(), sessions, lines);
            }
        }
        var simulation =
                CohortSimulation.run(
                        program, nothing, proofs, sessions, terms.simulation(), cancelled);
        var expected = Apportionment.round(simulation.expected().mean(), terms.currency());
        var baseline = Apportionment.round(simulation.baseline().mean(), terms.currency());
        return new CohortEstimate(
                spread(simulation.baseline(), baseline),
                spread(simulation.expected(), expected),
                spread(simulation.saving(), baseline.subtract(expected)),
                lines,
                terms.simulation().seed(),
                TrainingCostEstimator.ENGINE_VERSION,
                InputDigest.of(TrainingCostEstimator.ENGINE_VERSION, request));
    }

    private static void addSessions(
            TrainingProgram program,
            List<Proof> proofs,
            int module,
            CurrencyUnit currency,
            List<CohortSimulation.Sessions> sessions,
            List<CohortEstimate.SessionLine> lines) {
        var values = program.mostLikely();
        int capacity = program.capacity(module);
        var seats =
                proofs.stream().mapToDouble(p -> program.seatShare(values, p, module)).toArray();
        double seatsFreed = 0;
        for (double seat : seats) {
            seatsFreed += 1 - seat;
        }
        int baseline = SessionCount.certain(seats.length, capacity);
        double expected = SessionCount.expected(seats, capacity);
        double cost = program.sessionCost(values, module);
        sessions.add(new CohortSimulation.Sessions(module, baseline, expected));
        lines.add(
                new CohortEstimate.SessionLine(
                        program.modules().get(module).id(),
                        baseline,
                        expected,
                        Apportionment.round(cost / capacity * seatsFreed, currency),
                        Apportionment.round(cost * (baseline - expected), currency)));
    }

    private static Estimate.Spread spread(Percentiles percentiles, MonetaryAmount mean) {
        var currency = mean.getCurrency();
        return new Estimate.Spread(
                mean,
                Apportionment.round(percentiles.p10(), currency),
                Apportionment.round(percentiles.p50(), currency),
                Apportionment.round(percentiles.p90(), currency));
    }
}
