package dev.assay.trainingcost.calibrate;

import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.FieldCheck;
import dev.assay.trainingcost.model.Uncertain;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What we believe about the factor between estimated and real cost: its logarithm is normal with
 * unknown mean and variance, and the belief is normal-inverse-gamma. With no actuals it stays as it
 * was; with many it follows them.
 *
 * @param mean believed mean of the logarithm
 * @param weight how many actuals that mean is worth
 * @param shape of the variance's belief
 * @param scale of the variance's belief
 */
public record CostFactor(double mean, double weight, double shape, double scale) {

    /**
     * An estimate is as likely too high as too low, by some 20 %, and we would easily give that up.
     */
    public static final CostFactor UNKNOWN = new CostFactor(0, 1, 3, 0.12);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int MOST_ROUNDS = 500;
    private static final double SETTLED = 1e-12;

    public CostFactor {
        FieldCheck.finite("mean", mean);
        FieldCheck.positive("weight", weight);
        FieldCheck.positive("shape", shape);
        FieldCheck.positive("scale", scale);
    }

    /**
     * The belief after seeing actuals; their order does not matter. Trainings left early count by
     * what they would have come to, given that it is more than was spent; that is found by
     * expectation and maximisation (Dempster, Laird and Rubin, 1977).
     */
    public CostFactor after(List<Actual> actuals) {
        if (actuals.isEmpty()) {
            return this;
        }
        var completed = logRatios(actuals, Actual.End.COMPLETED);
        var left = logRatios(actuals, Actual.End.LEFT_EARLY);
        if (left.length == 0) {
            return updated(completed, new double[0], new double[0]);
        }
        var belief =
                completed.length == 0 ? this : updated(completed, left, new double[left.length]);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var next = belief.withLeavers(this, completed, left);
            double moved = Math.abs(next.mean - belief.mean) + Math.abs(next.scale - belief.scale);
            belief = next;
            if (moved < SETTLED) {
                break;
            }
        }
        return belief;
    }

    private static double[] logRatios(List<Actual> actuals, Actual.End end) {
        return actuals.stream()
                .filter(a -> a.end() == end)
                .mapToDouble(Actual::logRatio)
                .sorted()
                .toArray();
    }

    private CostFactor withLeavers(CostFactor prior, double[] completed, double[] left) {
        double deviation = Math.sqrt(scale / shape);
        var means = new double[left.length];
        var variances = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            double z = (left[i] - mean) / deviation;
            double hazard = NORMAL.density(z) / NORMAL.survivalProbability(z);
            if (!Double.isFinite(hazard)) {
                hazard = z;
            }
            means[i] = Math.max(left[i], mean + deviation * hazard);
            variances[i] = deviation * deviation * Math.max(0, 1 + z * hazard - hazard * hazard);
        }
        return prior.updated(completed, means, variances);
    }

    private CostFactor updated(double[] seen, double[] guessed, double[] guessVariances) {
        int n = seen.length + guessed.length;
        double sum = 0;
        for (double y : seen) {
            sum += y;
        }
        for (double y : guessed) {
            sum += y;
        }
        double average = sum / n;
        double squares = 0;
        for (double y : seen) {
            squares += (y - average) * (y - average);
        }
        for (int i = 0; i < guessed.length; i++) {
            squares += (guessed[i] - average) * (guessed[i] - average) + guessVariances[i];
        }
        double apart = average - mean;
        return new CostFactor(
                (weight * mean + n * average) / (weight + n),
                weight + n,
                shape + n / 2.0,
                scale + squares / 2 + weight * n * apart * apart / (2 * (weight + n)));
    }

    /** Scale of the predictive t distribution of the logarithm, with twice the shape as freedom. */
    public double predictiveScale() {
        return Math.sqrt(scale * (weight + 1) / (shape * weight));
    }

    /** A percentile of the factor for the next training, such as 0.9 for P90. */
    public double factor(double share) {
        return StrictMath.exp(
                mean
                        + predictiveScale()
                                * TDistribution.of(2 * shape).inverseCumulativeProbability(share));
    }

    /** The belief as an input of the next estimate. */
    public Calibration calibration(int actuals) {
        return new Calibration(new Uncertain.LogNormal(factor(0.1), factor(0.9)), actuals);
    }
}
