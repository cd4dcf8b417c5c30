package dev.assay.trainingcost.simulate;

import dev.assay.trainingcost.model.RampUp;
import dev.assay.trainingcost.rule.RampLoss;
import java.util.Arrays;

/**
 * Quantiles of the weeks that one hire's ramp costs, when each hire has their own initial
 * productivity and ramp. Tabulated, since a cohort needs them a hundred million times.
 */
final class RampTable {

    private static final int SAMPLE_BITS = 16;
    private static final int NODES = 4096;
    private static final int INDEX_SHIFT = 64 - 12;
    private static final double FRACTION = 0x1p-52;
    private static final long FRACTION_MASK = (1L << 52) - 1;

    private final double[] weeks = new double[NODES + 1];
    private final double[] steps = new double[NODES];

    RampTable(RampUp ramp, double horizonWeeks, long seed) {
        var initial = Quantiles.of(ramp.initialProductivity());
        var to95 = Quantiles.of(ramp.weeksTo95());
        var points = new SobolPoints(2, SAMPLE_BITS, seed);
        var sample = new double[1 << SAMPLE_BITS];
        for (int i = 0; i < sample.length; i++) {
            sample[i] =
                    RampLoss.weeks(
                            ramp.curve(),
                            initial.applyAsDouble(points.coordinate(0, i)),
                            to95.applyAsDouble(points.coordinate(1, i)),
                            horizonWeeks);
        }
        Arrays.sort(sample);
        for (int node = 0; node <= NODES; node++) {
            double place = (double) node / NODES * (sample.length - 1);
            int below = Math.min(sample.length - 2, (int) place);
            weeks[node] = sample[below] + (place - below) * (sample[below + 1] - sample[below]);
        }
        for (int node = 0; node < NODES; node++) {
            steps[node] = weeks[node + 1] - weeks[node];
        }
    }

    /** The weeks for 64 random bits: twelve pick the node, the rest the way to the next. */
    double weeks(long bits) {
        int node = (int) (bits >>> INDEX_SHIFT);
        return weeks[node] + (bits & FRACTION_MASK) * FRACTION * steps[node];
    }
}
