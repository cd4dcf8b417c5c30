package dev.assay.trainingcost.calibrate;

import java.util.Arrays;

/** How far forecasts were off; 0 is perfect. */
public final class ForecastScore {

    private ForecastScore() {}

    /** Loss of a forecast percentile: misses on the likelier side cost more. */
    public static double pinball(double share, double forecast, double actual) {
        double miss = actual - forecast;
        return miss >= 0 ? share * miss : (share - 1) * miss;
    }

    /**
     * Continuous ranked probability score of a forecast given as equally likely values: mean
     * distance to the actual, less half the mean distance among themselves.
     */
    public static double crps(double[] forecast, double actual) {
        var sorted = forecast.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        double apart = 0;
        for (int i = 0; i < n; i++) {
            distance += Math.abs(sorted[i] - actual);
            apart += (2.0 * i + 1 - n) * sorted[i];
        }
        return distance / n - apart / ((double) n * n);
    }
}
