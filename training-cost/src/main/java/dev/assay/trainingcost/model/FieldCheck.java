package dev.assay.trainingcost.model;

import java.util.Collection;

/** The checks that many inputs share. Each refuses with the path of the field. */
public final class FieldCheck {

    private static final double WEIGHT_TOLERANCE = 1e-9;
    private static final int LONGEST_TEXT = 500;

    private FieldCheck() {}

    public static double finite(String path, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInputException(path, "must be a finite number, but is " + value);
        }
        return value;
    }

    public static double notNegative(String path, double value) {
        finite(path, value);
        if (value < 0) {
            throw new InvalidInputException(path, "must not be negative, but is " + value);
        }
        return value;
    }

    public static double positive(String path, double value) {
        finite(path, value);
        if (value <= 0) {
            throw new InvalidInputException(path, "must be more than 0, but is " + value);
        }
        return value;
    }

    /** A share of a whole, from 0 to 1. */
    public static double share(String path, double value) {
        finite(path, value);
        if (value < 0 || value > 1) {
            throw new InvalidInputException(path, "must be between 0 and 1, but is " + value);
        }
        return value;
    }

    public static int atLeast(String path, int smallest, int value) {
        if (value < smallest) {
            throw new InvalidInputException(
                    path, "must be at least " + smallest + ", but is " + value);
        }
        return value;
    }

    public static String text(String path, String value) {
        if (value.isBlank()) {
            throw new InvalidInputException(path, "must not be blank");
        }
        if (value.length() > LONGEST_TEXT) {
            throw new InvalidInputException(
                    path, "must have at most " + LONGEST_TEXT + " characters");
        }
        return value;
    }

    /** Weights share out one whole; rounding in the tenth digit is forgiven. */
    public static void sumToOne(String path, Collection<Double> weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += share(path, weight);
        }
        if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
            throw new InvalidInputException(path, "must have weights that sum to 1, but is " + sum);
        }
    }
}
