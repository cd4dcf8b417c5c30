package dev.assay.trainingcost.simulate;

import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.rule.Costs;
import dev.assay.trainingcost.rule.Input;
import dev.assay.trainingcost.rule.MeanCosts;
import dev.assay.trainingcost.rule.Proof;
import dev.assay.trainingcost.rule.TrainingProgram;
import dev.assay.trainingcost.rule.WaiverOption;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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

    /** Draws times inputs kept in memory, at eight bytes each. */
    private static final long MOST_VALUES = 20_000_000;

    private static final int CHUNK = 256;

    private final TrainingProgram program;
    private final double[][] values;
    private final double[] baseline;
    private final double[] expected;
    private final double[] saving;
    private final int randomisations;
    private final Costs baselineCosts;
    private final Costs expectedCosts;
    private final Percentiles baselineSpread;
    private final Percentiles expectedSpread;
    private final Percentiles savingSpread;
    private final double rampAtStake;

    private Simulation(
            TrainingProgram program, Proof nothing, Proof shown, SimulationSettings settings) {
        this.program = program;
        var inputs = program.inputs();
        boolean certain = inputs.stream().allMatch(i -> i.value().isCertain());
        int draws = certain ? 1 : settings.draws();
        randomisations = certain ? 1 : SimulationSettings.RANDOMISATIONS;
        if ((long) draws * inputs.size() > MOST_VALUES) {
            throw new InvalidInputException(
                    "simulation.draws",
                    "must be at most "
                            + MOST_VALUES / inputs.size()
                            + " for "
                            + inputs.size()
                            + " inputs, but is "
                            + draws);
        }
        values = draw(inputs, draws, settings.seed());
        baseline = new double[draws];
        expected = new double[draws];
        saving = new double[draws];
        var atStake = new double[draws];
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

    private double[][] draw(List<Input> inputs, int draws, long seed) {
        var uncertain =
                IntStream.range(0, inputs.size())
                        .filter(i -> !inputs.get(i).value().isCertain())
                        .toArray();
        var quantiles = new DoubleUnaryOperator[uncertain.length];
        IntStream.range(0, uncertain.length)
                .parallel()
                .forEach(i -> quantiles[i] = Quantiles.of(inputs.get(uncertain[i]).value()));
        int perSet = draws / randomisations;
        int bits = Integer.numberOfTrailingZeros(perSet);
        var mostLikely = program.mostLikely();
        var drawn = new double[draws][];
        IntStream.range(0, randomisations)
                .parallel()
                .forEach(set -> {
                    var points = new SobolPoints(uncertain.length, bits, SeedMix.mix(seed, set));
                    for (int p = 0; p < perSet; p++) {
                        var row = mostLikely.clone();
                        for (int d = 0; d < uncertain.length; d++) {
                            row[uncertain[d]] =
                                    inputs.get(uncertain[d]).scale()
                                            * quantiles[d].applyAsDouble(points.coordinate(d, p));
                        }
                        drawn[set * perSet + p] = row;
                    }
                });
        return drawn;
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
                        var row = values[i];
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
        if (randomisations == 1) {
            return 0;
        }
        int perSet = saving.length / randomisations;
        double mean = savingSpread.mean();
        double squares = 0;
        for (int set = 0; set < randomisations; set++) {
            double sum = 0;
            for (int i = set * perSet; i < (set + 1) * perSet; i++) {
                sum += saving[i];
            }
            squares += (sum / perSet - mean) * (sum / perSet - mean);
        }
        return Math.sqrt(squares / (randomisations - 1) / randomisations);
    }

    /** The chance that the saving is more than a premium, paid for some years, costs. */
    public double chanceOfGain(double premiumWithOnCost, double expectedYears) {
        int gains = 0;
        for (int i = 0; i < saving.length; i++) {
            double cost = program.annualPay(values[i]) * premiumWithOnCost * expectedYears;
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
        for (var row : values) {
            sum += quantity.applyAsDouble(row);
        }
        return sum / values.length;
    }

    private static double mean(double[] draws) {
        double sum = 0;
        for (double draw : draws) {
            sum += draw;
        }
        return sum / draws.length;
    }
}
