package dev.assay.trainingcost.simulate;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The inverse of a beta distribution function on the unit interval, from tables, since the exact
 * one takes microseconds. The middle and the two tails have a table each; beyond the tails' first
 * step the exact inverse is used. The error stays below 1e-4 of the range (tested over all PERT
 * shapes).
 */
final class PertTable {

    private static final int CELLS = 128;
    private static final int NODES = 1024;
    private static final int NEWTON_STEPS = 6;
    private static final double TAIL = 1.0 / 64;
    private static final int EXACT_NODES = 16;
    private static final double EXACT_BELOW = TAIL * EXACT_NODES / NODES;

    // Gauss-Legendre nodes and weights for four points on [-1, 1].
    private static final double[] ABSCISSAE = {
        -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
    };
    private static final double[] WEIGHTS = {
        0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538
    };

    private final BetaDistribution exact;
    private final double alpha;
    private final double beta;
    private final double[] cumulated = new double[CELLS + 1];
    private final double[] density = new double[CELLS + 1];
    private final double[] middle;
    private final double[] lower;
    private final double[] upper;

    PertTable(double alpha, double beta) {
        this.alpha = alpha;
        this.beta = beta;
        exact = BetaDistribution.of(alpha, beta);
        cumulate();
        lower = nodes(0, TAIL);
        middle = nodes(TAIL, 1 - TAIL);
        upper = nodes(1 - TAIL, 1);
    }

    double quantile(double u) {
        if (u < EXACT_BELOW) {
            return Math.min(lower[EXACT_NODES], exact.inverseCumulativeProbability(u));
        }
        if (1 - u < EXACT_BELOW) {
            return Math.max(upper[NODES - EXACT_NODES], exact.inverseSurvivalProbability(1 - u));
        }
        if (u < TAIL) {
            return between(lower, u / TAIL);
        }
        if (u > 1 - TAIL) {
            return between(upper, (u - (1 - TAIL)) / TAIL);
        }
        return between(middle, (u - TAIL) / (1 - 2 * TAIL));
    }

    private static double between(double[] table, double way) {
        double place = way * NODES;
        int node = Math.min(NODES - 1, (int) place);
        return table[node] + (place - node) * (table[node + 1] - table[node]);
    }

    /**
     * Integrates in s, where x = (1 - cos(pi s)) / 2: the powers at the ends, which may have no
     * slope in x, are smooth in s.
     */
    private void cumulate() {
        double half = 0.5 / CELLS;
        for (int cell = 0; cell < CELLS; cell++) {
            double centre = (cell + 0.5) / CELLS;
            double area = 0;
            for (int i = 0; i < ABSCISSAE.length; i++) {
                area += WEIGHTS[i] * densityAt(centre + half * ABSCISSAE[i]);
            }
            cumulated[cell + 1] = cumulated[cell] + area * half;
        }
        double whole = cumulated[CELLS];
        for (int node = 0; node <= CELLS; node++) {
            cumulated[node] /= whole;
            density[node] = densityAt((double) node / CELLS) / whole;
        }
    }

    private double densityAt(double s) {
        double sine = StrictMath.sin(StrictMath.PI * s);
        double x = (1 - StrictMath.cos(StrictMath.PI * s)) / 2;
        return StrictMath.pow(x, alpha - 1)
                * StrictMath.pow(1 - x, beta - 1)
                * (StrictMath.PI / 2)
                * sine;
    }

    private double[] nodes(double from, double to) {
        var nodes = new double[NODES + 1];
        int cell = 0;
        for (int k = 0; k <= NODES; k++) {
            double u = from + (to - from) * k / NODES;
            while (cell < CELLS - 1 && cumulated[cell + 1] < u) {
                cell++;
            }
            double x = (1 - StrictMath.cos(StrictMath.PI * invert(cell, u))) / 2;
            nodes[k] = k == 0 ? x : Math.max(nodes[k - 1], x);
        }
        return nodes;
    }

    /** Solves the cubic through both ends' values and slopes, by Newton's steps from the chord. */
    private double invert(int cell, double u) {
        double width = 1.0 / CELLS;
        double from = cumulated[cell];
        double rise = cumulated[cell + 1] - from;
        double slope = width * density[cell];
        double nextSlope = width * density[cell + 1];
        double square = 3 * rise - 2 * slope - nextSlope;
        double cube = slope + nextSlope - 2 * rise;
        double t = rise > 0 ? (u - from) / rise : 0;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double value = from + t * (slope + t * (square + t * cube));
            double gradient = slope + t * (2 * square + t * 3 * cube);
            if (gradient > 0) {
                t -= (value - u) / gradient;
            }
            t = Math.clamp(t, 0, 1);
        }
        return (cell + t) * width;
    }
}
