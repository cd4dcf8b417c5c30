package dev.assay.trainingcost.simulate;

import java.util.Arrays;

/** Mean and percentiles of draws, before rounding. */
public record Percentiles(double mean, double p10, double p50, double p90) {

    /** Percentiles by linear interpolation between order statistics (type 7 of Hyndman and Fan). */
    static Percentiles of(double mean, double[] draws) {
        var sorted = draws.clone();
        Arrays.sort(sorted);
        return new Percentiles(mean, at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        if (below == sorted.length - 1) {
            return sorted[below];
        }
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
