package dev.assay.hiring.insights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A figure with its 95 % interval and the sample it rests on.
 *
 * @param estimate null without a sample
 * @param low null where the sample is too small for an interval
 */
public record Interval(
        long n,
        @Nullable BigDecimal estimate,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    /** Fewer say little. */
    public static final int ENOUGH = 20;

    private static final double NORMAL_975 = 1.959963984540054;
    private static final double UPPER = 0.975;

    /**
     * A share of a whole, by Wilson's interval: it stays between 0 and 1, also for small samples.
     */
    static Interval ofShare(long successes, long n) {
        if (n == 0) {
            return new Interval(0, null, null, null);
        }
        double share = (double) successes / n;
        double z2 = NORMAL_975 * NORMAL_975;
        double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half =
                NORMAL_975 * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
        return new Interval(
                n,
                rounded(share),
                rounded(Math.max(0, centre - half)),
                rounded(Math.min(1, centre + half)));
    }

    /** A mean, by Student's t. */
    static Interval ofMean(double[] values) {
        return of(values, false);
    }

    /** A mean of ratios: that of their logarithms, so that double and half cancel out. */
    static Interval ofRatio(double[] ratios) {
        double[] logarithms = new double[ratios.length];
        for (int i = 0; i < ratios.length; i++) {
            logarithms[i] = StrictMath.log(ratios[i]);
        }
        return of(logarithms, true);
    }

    private static Interval of(double[] values, boolean logarithms) {
        int n = values.length;
        if (n == 0) {
            return new Interval(0, null, null, null);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        if (n == 1) {
            return new Interval(1, back(mean, logarithms), null, null);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double half =
                TDistribution.of(n - 1.0).inverseCumulativeProbability(UPPER)
                        * Math.sqrt(squares / (n - 1) / n);
        return new Interval(
                n,
                back(mean, logarithms),
                back(mean - half, logarithms),
                back(mean + half, logarithms));
    }

    private static BigDecimal back(double value, boolean logarithm) {
        return rounded(logarithm ? StrictMath.exp(value) : value);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }
}
