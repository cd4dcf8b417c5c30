package dev.assay.trainingcost.simulate;

import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.rule.TrainingProgram;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The drawn values of a programme's inputs: independent scrambled Sobol' sets, one after the other.
 * Without uncertain inputs there is one draw. Refuses more draws than memory was promised for.
 */
final class Draws {

    /** Draws times inputs kept in memory, at eight bytes each. */
    private static final long MOST_VALUES = 20_000_000;

    private final double[][] rows;
    private final int sets;

    Draws(TrainingProgram program, SimulationSettings settings) {
        var inputs = program.inputs();
        var uncertain =
                IntStream.range(0, inputs.size())
                        .filter(i -> !inputs.get(i).value().isCertain())
                        .toArray();
        sets = uncertain.length == 0 ? 1 : SimulationSettings.RANDOMISATIONS;
        int count = uncertain.length == 0 ? 1 : settings.draws();
        if ((long) count * inputs.size() > MOST_VALUES) {
            throw new InvalidInputException(
                    "simulation.draws",
                    "must be at most "
                            + MOST_VALUES / inputs.size()
                            + " for "
                            + inputs.size()
                            + " inputs, but is "
                            + count);
        }
        var quantiles = new DoubleUnaryOperator[uncertain.length];
        IntStream.range(0, uncertain.length)
                .parallel()
                .forEach(i -> quantiles[i] = Quantiles.of(inputs.get(uncertain[i]).value()));
        int perSet = count / sets;
        int bits = Integer.numberOfTrailingZeros(perSet);
        var mostLikely = program.mostLikely();
        rows = new double[count][];
        IntStream.range(0, sets)
                .parallel()
                .forEach(set -> {
                    var points =
                            new SobolPoints(
                                    uncertain.length, bits, SeedMix.mix(settings.seed(), set));
                    for (int p = 0; p < perSet; p++) {
                        var row = mostLikely.clone();
                        for (int d = 0; d < uncertain.length; d++) {
                            row[uncertain[d]] =
                                    inputs.get(uncertain[d]).scale()
                                            * quantiles[d].applyAsDouble(points.coordinate(d, p));
                        }
                        rows[set * perSet + p] = row;
                    }
                });
    }

    int count() {
        return rows.length;
    }

    /** How many independent sets the draws consist of. */
    int sets() {
        return sets;
    }

    /** The values of one draw; not to be changed. */
    double[] row(int draw) {
        return rows[draw];
    }
}
