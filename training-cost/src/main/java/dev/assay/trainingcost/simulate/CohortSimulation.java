package dev.assay.trainingcost.simulate;

import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.RampUp;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.rule.Proof;
import dev.assay.trainingcost.rule.TrainingProgram;
import dev.assay.trainingcost.rule.WaiverOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The cost of many hires together, without and with their evidence, over the same draws. Shared
 * inputs have one value for all hires in a draw, so the cohort's risk does not average away; with a
 * ramp of each hire's own, every hire draws theirs. Hires whose options agree are costed once and
 * counted. Sessions are whole: their expected number times their cost. Refuses more work than was
 * promised, and stops when told to.
 */
public final class CohortSimulation {

    /** Draws times hires, when each hire draws a ramp of their own. */
    static final long MOST_OWN_DRAWS = 400_000_000;

    /** Draws times different sets of options. */
    static final long MOST_GROUP_DRAWS = 200_000_000;

    private static final int CHUNK = 64;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final TrainingProgram program;
    private final List<Proof> hires;
    private final double[] coverage;
    private final double coverageSum;
    private final Draws draws;
    private final double[] baseline;
    private final double[] saving;

    private CohortSimulation(
            TrainingProgram program, List<Proof> hires, SimulationSettings settings) {
        this.program = program;
        this.hires = List.copyOf(hires);
        coverage = hires.stream().mapToDouble(Proof::roleCoverage).toArray();
        double sum = 0;
        for (double c : coverage) {
            sum += c;
        }
        coverageSum = sum;
        draws = new Draws(program, settings);
        baseline = new double[draws.count()];
        saving = new double[draws.count()];
    }

    /** The sessions of one module: how many without and with evidence. */
    public record Sessions(int module, double baseline, double expected) {}

    /**
     * Runs the draws.
     *
     * @param cancelled asked between chunks; once true, a {@link CancellationException} ends the
     *     run
     */
    public static CohortSimulation run(
            TrainingProgram program,
            Proof nothing,
            List<Proof> hires,
            List<Sessions> sessions,
            SimulationSettings settings,
            BooleanSupplier cancelled) {
        var simulation = new CohortSimulation(program, hires, settings);
        simulation.evaluate(nothing, sessions, settings.seed(), cancelled);
        return simulation;
    }

    /** Hires that have the same options for a module. */
    private record Group(int module, List<WaiverOption> options, int hires) {}

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (int m = 0; m < program.modules().size(); m++) {
            int module = m;
            var counts = new LinkedHashMap<List<WaiverOption>, Integer>();
            hires.forEach(proof -> counts.merge(proof.options().get(module), 1, Integer::sum));
            counts.forEach((options, count) -> groups.add(new Group(module, options, count)));
        }
        if ((long) groups.size() * draws.count() > MOST_GROUP_DRAWS) {
            throw new InvalidInputException(
                    "simulation.draws",
                    "must be at most "
                            + MOST_GROUP_DRAWS / groups.size()
                            + " for this cohort, but is "
                            + draws.count());
        }
        return groups;
    }

    private void evaluate(
            Proof nothing, List<Sessions> sessions, long seed, BooleanSupplier cancelled) {
        var groups = groups();
        var ramp = program.role().rampUp();
        boolean own =
                ramp.sharing() == RampUp.Sharing.PER_HIRE
                        && !(ramp.initialProductivity().isCertain()
                                && ramp.weeksTo95().isCertain());
        if (own && (long) hires.size() * draws.count() > MOST_OWN_DRAWS) {
            throw new InvalidInputException(
                    "hires",
                    "must be at most "
                            + MOST_OWN_DRAWS / draws.count()
                            + " with "
                            + draws.count()
                            + " draws, but are "
                            + hires.size());
        }
        var table =
                own
                        ? new RampTable(ramp, program.role().horizonWeeks(), SeedMix.mix(seed, -2))
                        : null;
        int chunks = (draws.count() + CHUNK - 1) / CHUNK;
        IntStream.range(0, chunks)
                .parallel()
                .forEach(chunk -> {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("the cohort is no longer wanted");
                    }
                    int end = Math.min(draws.count(), (chunk + 1) * CHUNK);
                    for (int i = chunk * CHUNK; i < end; i++) {
                        var row = draws.row(i);
                        training(i, row, nothing, groups, sessions);
                        if (table == null) {
                            ramp(
                                    i,
                                    program.rampLoss(row) * hires.size(),
                                    program.rampLoss(row) * coverageSum,
                                    row);
                        } else {
                            ownRamps(i, row, table, SeedMix.mix(~seed, i));
                        }
                    }
                });
    }

    private void training(
            int draw, double[] row, Proof nothing, List<Group> groups, List<Sessions> sessions) {
        for (var group : groups) {
            double full =
                    program.variableCost(row, group.module, nothing.options().get(group.module));
            double cost = program.variableCost(row, group.module, group.options);
            baseline[draw] += group.hires * full;
            saving[draw] += group.hires * (full - cost);
        }
        for (var session : sessions) {
            double cost = program.sessionCost(row, session.module);
            baseline[draw] += session.baseline * cost;
            saving[draw] += (session.baseline - session.expected) * cost;
        }
    }

    private void ramp(int draw, double loss, double coveredLoss, double[] row) {
        baseline[draw] += loss;
        saving[draw] += program.transfer(row) * coveredLoss;
    }

    private void ownRamps(int draw, double[] row, RampTable table, long seed) {
        double weeks = 0;
        double coveredWeeks = 0;
        long state = seed;
        for (double covered : coverage) {
            state += GOLDEN_GAMMA;
            double own = table.weeks(SeedMix.finish(state));
            weeks += own;
            coveredWeeks += covered * own;
        }
        double pay = program.weeklyPay(row);
        ramp(draw, pay * weeks, pay * coveredWeeks, row);
    }

    public Percentiles baseline() {
        return spread(baseline);
    }

    public Percentiles expected() {
        var expected = new double[baseline.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = baseline[i] - saving[i];
        }
        return spread(expected);
    }

    public Percentiles saving() {
        return spread(saving);
    }

    private static Percentiles spread(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return Percentiles.of(sum / values.length, values);
    }
}
