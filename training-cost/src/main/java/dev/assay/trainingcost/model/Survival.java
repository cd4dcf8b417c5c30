package dev.assay.trainingcost.model;

import java.util.List;

/** How many of those hired are still there after some months. */
public sealed interface Survival {

    /** The share still employed at the end of a month; 1 at month 0. */
    double remainingAfter(int months);

    /** The same share leaves every month. */
    record Steady(double monthlyLoss) implements Survival {
        public Steady {
            FieldCheck.share("monthlyLoss", monthlyLoss);
            if (monthlyLoss == 1) {
                throw new InvalidInputException("monthlyLoss", "must be below 1");
            }
        }

        @Override
        public double remainingAfter(int months) {
            return StrictMath.pow(1 - monthlyLoss, months);
        }
    }

    /** Leaving becomes rarer (shape below 1) or more common (above 1) with time. */
    record Weibull(double scaleMonths, double shape) implements Survival {
        public Weibull {
            FieldCheck.positive("scaleMonths", scaleMonths);
            FieldCheck.positive("shape", shape);
        }

        @Override
        public double remainingAfter(int months) {
            return StrictMath.exp(-StrictMath.pow(months / scaleMonths, shape));
        }
    }

    /** A loss for each month; the last one goes on. */
    record ByMonth(List<Double> losses) implements Survival {
        public ByMonth {
            losses = List.copyOf(losses);
            if (losses.isEmpty()) {
                throw new InvalidInputException("losses", "must not be empty");
            }
            for (int i = 0; i < losses.size(); i++) {
                FieldCheck.share("losses[" + i + "]", losses.get(i));
            }
        }

        @Override
        public double remainingAfter(int months) {
            double remaining = 1;
            for (int month = 0; month < months; month++) {
                remaining *= 1 - losses.get(Math.min(month, losses.size() - 1));
            }
            return remaining;
        }
    }
}
