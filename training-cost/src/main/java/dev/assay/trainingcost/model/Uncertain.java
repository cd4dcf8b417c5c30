package dev.assay.trainingcost.model;

/**
 * A number we know more or less well. {@link #mostLikely()} is what calculations without draws use.
 * Refuses values that are not finite and ranges whose parts are out of order.
 */
public sealed interface Uncertain {

    /** The value itself, the mode, or the median where the mode would mislead (lognormal). */
    double mostLikely();

    double mean();

    double variance();

    /** The smallest value that can be drawn. */
    double least();

    /** The largest value that can be drawn; infinite when there is none. */
    double most();

    /** Whether every draw gives the same value. */
    default boolean isCertain() {
        return least() == most();
    }

    static Uncertain fixed(double value) {
        return new Fixed(value);
    }

    /** A number known exactly. */
    record Fixed(double value) implements Uncertain {
        public Fixed {
            FieldCheck.finite("value", value);
        }

        @Override
        public double mostLikely() {
            return value;
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double variance() {
            return 0;
        }

        @Override
        public double least() {
            return value;
        }

        @Override
        public double most() {
            return value;
        }
    }

    /** Least, most likely and most: a beta distribution with weight 4 on the most likely. */
    record Pert(double least, double mostLikely, double most) implements Uncertain {
        public Pert {
            inOrder(least, mostLikely, most);
        }

        @Override
        public double mean() {
            return (least + 4 * mostLikely + most) / 6;
        }

        @Override
        public double variance() {
            return (mean() - least) * (most - mean()) / 7;
        }

        /** First shape of the beta distribution on the unit interval; meaningless when certain. */
        public double alpha() {
            return 1 + 4 * (mostLikely - least) / (most - least);
        }

        /** Second shape of the beta distribution; the two always sum to 6. */
        public double beta() {
            return 6 - alpha();
        }
    }

    /** Least, most likely and most, joined by straight lines. */
    record Triangular(double least, double mostLikely, double most) implements Uncertain {
        public Triangular {
            inOrder(least, mostLikely, most);
        }

        @Override
        public double mean() {
            return (least + mostLikely + most) / 3;
        }

        @Override
        public double variance() {
            double a = least;
            double m = mostLikely;
            double b = most;
            return (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
        }
    }

    /** A positive number with a long upper tail, by its tenth and ninetieth percentile. */
    record LogNormal(double p10, double p90) implements Uncertain {

        /** Distance between the tenth and ninetieth percentile of a standard normal. */
        private static final double NORMAL_P10_TO_P90 = 2.563103131089201;

        public LogNormal {
            FieldCheck.positive("p10", p10);
            FieldCheck.finite("p90", p90);
            if (p90 < p10) {
                throw new InvalidInputException(
                        "p90", "must not be below p10 (" + p10 + "), but is " + p90);
            }
        }

        public double mu() {
            return (StrictMath.log(p10) + StrictMath.log(p90)) / 2;
        }

        public double sigma() {
            return StrictMath.log(p90 / p10) / NORMAL_P10_TO_P90;
        }

        @Override
        public double mostLikely() {
            return p10 == p90 ? p10 : StrictMath.exp(mu());
        }

        @Override
        public double mean() {
            return mostLikely() * StrictMath.exp(sigma() * sigma() / 2);
        }

        @Override
        public double variance() {
            return mean() * mean() * StrictMath.expm1(sigma() * sigma());
        }

        @Override
        public double least() {
            return p10 == p90 ? p10 : 0;
        }

        @Override
        public double most() {
            return p10 == p90 ? p90 : Double.POSITIVE_INFINITY;
        }
    }

    private static void inOrder(double least, double mostLikely, double most) {
        FieldCheck.finite("least", least);
        FieldCheck.finite("mostLikely", mostLikely);
        FieldCheck.finite("most", most);
        if (mostLikely < least) {
            throw new InvalidInputException(
                    "mostLikely", "must not be below least (" + least + "), but is " + mostLikely);
        }
        if (most < mostLikely) {
            throw new InvalidInputException(
                    "most", "must not be below mostLikely (" + mostLikely + "), but is " + most);
        }
    }

    /** Refuses a range that reaches below zero. */
    static void requireNotNegative(String path, Uncertain value) {
        if (value.least() < 0) {
            throw new InvalidInputException(
                    path, "must not be negative, but can be " + value.least());
        }
    }

    /** Refuses a range that leaves the interval from 0 to 1. */
    static void requireShare(String path, Uncertain value) {
        if (value.least() < 0 || value.most() > 1) {
            throw new InvalidInputException(
                    path,
                    "must stay between 0 and 1, but can be "
                            + (value.least() < 0 ? value.least() : value.most()));
        }
    }
}
