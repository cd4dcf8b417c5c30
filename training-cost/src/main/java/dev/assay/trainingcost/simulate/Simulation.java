package dev.assay.trainingcost.simulate;

import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.rule.Costs;
import dev.assay.trainingcost.rule.MeanCosts;
import dev.assay.trainingcost.rule.Proof;
import dev.assay.trainingcost.rule.TrainingProgram;
import dev.assay.trainingcost.rule.WaiverOption;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One hire's cost without and with evidence, over the same draws of the inputs: the saving is that
 * of each draw, never a difference of percentiles. Chunks of draws are fixed and summed in order,
 * so the digits are the same on any number of threads. Without uncertain inputs there is one draw.
 * Refuses more draws than memory was promised for.
 */
public final class Simulation implements MeanCosts {

    private static final int CHUNK = 256;

    private final TrainingProgram program;
    private final Draws draws;
    private final double[] baseline;
    private final double[] expected;
    private final double[] saving;
    private final Costs baselineCosts;
    private final Costs expectedCosts;
    private final Percentiles baselineSpread;
    private final Percentiles expectedSpread;
    private final Percentiles savingSpread;
    private final double rampAtStake;

    private Simulation(
            TrainingProgram program, Proof nothing, Proof shown, SimulationSettings settings) {
        this.program = program;
        this.draws = new Draws(program, settings);
        int count = draws.count();
        baseline = new double[count];
        expected = new double[count];
        saving = new double[count];
        var atStake = new double[count];
        var chunks = evaluate(nothing, shown, atStake);
        baselineCosts = mean(chunks, Chunk::baseline);
        expectedCosts = mean(chunks, Chunk::expected);
        baselineSpread = Percentiles.of(mean(baseline), baseline);
        expectedSpread = Percentiles.of(mean(expected), expected);
        savingSpread = Percentiles.of(mean(saving), saving);
        rampAtStake = mean(atStake);
    }

    /** Runs the draws for a hire who shows nothing and for one who shows something. */
    public static Simulation run(
            TrainingProgram program, Proof nothing, Proof shown, SimulationSettings settings) {
        return new Simulation(program, nothing, shown, settings);
    }

    /** Sums over the draws of one chunk. */
    private record Chunk(Costs baseline, Costs expected) {}

    private Chunk[] evaluate(Proof nothing, Proof shown, double[] atStake) {
        var chunks = new Chunk[(saving.length + CHUNK - 1) / CHUNK];
        int modules = program.modules().size();
        IntStream.range(0, chunks.length)
                .parallel()
                .forEach(c -> {
                    var sums = new Chunk(new Costs(modules), new Costs(modules));
                    int end = Math.min(saving.length, (c + 1) * CHUNK);
                    for (int i = c * CHUNK; i < end; i++) {
                        var row = draws.row(i);
                        double ramp = program.rampLoss(row);
                        baseline[i] = program.cost(row, ramp, nothing, sums.baseline());
                        expected[i] = program.cost(row, ramp, shown, sums.expected());
                        saving[i] = baseline[i] - expected[i];
                        atStake[i] = ramp * program.transfer(row);
                    }
                    chunks[c] = sums;
                });
        return chunks;
    }

    private Costs mean(Chunk[] chunks, Function<Chunk, Costs> which) {
        var all = new Costs(program.modules().size());
        for (var chunk : chunks) {
            all.add(which.apply(chunk));
        }
        return all.dividedBy(saving.length);
    }

    public Costs baselineCosts() {
        return baselineCosts;
    }

    public Costs expectedCosts() {
        return expectedCosts;
    }

    public Percentiles baseline() {
        return baselineSpread;
    }

    public Percentiles expected() {
        return expectedSpread;
    }

    public Percentiles saving() {
        return savingSpread;
    }

    /** Standard error of the mean saving, from the spread of the independent randomisations. */
    public double standardError() {
        if (draws.sets() == 1) {
            return 0;
        }
        int sets = draws.sets();
        int perSet = saving.length / sets;
        double mean = savingSpread.mean();
        double squares = 0;
        for (int set = 0; set < sets; set++) {
            double sum = 0;
            for (int i = set * perSet; i < (set + 1) * perSet; i++) {
                sum += saving[i];
            }
            squares += (sum / perSet - mean) * (sum / perSet - mean);
        }
        return Math.sqrt(squares / (sets - 1) / sets);
    }

    /** The chance that the saving is more than a premium, paid for some years, costs. */
    public double chanceOfGain(double premiumWithOnCost, double expectedYears) {
        int gains = 0;
        for (int i = 0; i < saving.length; i++) {
            double cost = program.annualPay(draws.row(i)) * premiumWithOnCost * expectedYears;
            if (saving[i] > cost) {
                gains++;
            }
        }
        return (double) gains / saving.length;
    }

    /** Mean pay of a year, before on-costs. */
    public double meanAnnualPay() {
        return meanOf(program::annualPay);
    }

    /** Mean loaded pay over the ramp's horizon. */
    public double meanPayOverHorizon() {
        return meanOf(program::payOverHorizon);
    }

    @Override
    public double module(int module, List<WaiverOption> options) {
        var sums = new Costs(program.modules().size());
        return meanOf(row -> program.moduleCost(row, module, options, sums));
    }

    @Override
    public double rampAtStake() {
        return rampAtStake;
    }

    private double meanOf(ToDoubleFunction<double[]> quantity) {
        double sum = 0;
        for (int i = 0; i < draws.count(); i++) {
            sum += quantity.applyAsDouble(draws.row(i));
        }
        return sum / draws.count();
    }

    private static double mean(double[] draws) {
        double sum = 0;
        for (double draw : draws) {
            sum += draw;
        }
        return sum / draws.length;
    }
}
