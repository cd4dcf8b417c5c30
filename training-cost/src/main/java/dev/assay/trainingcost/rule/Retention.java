package dev.assay.trainingcost.rule;

import dev.assay.trainingcost.model.Survival;

/** When training pays back, and what a premium may cost, given that people leave. */
public final class Retention {

    /** Past this, "one day" is no plan. */
    private static final int LAST_MONTH = 1200;

    private static final double MONTHS_IN_A_YEAR = 12;

    private Retention() {}

    /** When the benefits of those who stay have paid back a cost. */
    public sealed interface BreakEven {
        /** After so many months, parts of a month included. */
        record After(double months) implements BreakEven {}

        /** Not within a hundred years. */
        record Never() implements BreakEven {}
    }

    /**
     * Break-even of an upfront cost by a benefit at each month's end from those still there. With a
     * steady loss the parts of a month follow the same geometric law; otherwise they are linear.
     */
    public static BreakEven breakEven(double cost, double monthlyBenefit, Survival survival) {
        if (cost <= 0) {
            return new BreakEven.After(0);
        }
        return switch (survival) {
            case Survival.Steady(double loss) -> steady(cost, monthlyBenefit, loss);
            case Survival.Weibull weibull -> counted(cost, monthlyBenefit, weibull);
            case Survival.ByMonth byMonth -> counted(cost, monthlyBenefit, byMonth);
        };
    }

    private static BreakEven steady(double cost, double monthlyBenefit, double loss) {
        double staying = 1 - loss;
        double months =
                loss == 0
                        ? cost / monthlyBenefit
                        : StrictMath.log1p(-cost * loss / (monthlyBenefit * staying))
                                / StrictMath.log1p(-loss);
        return months <= LAST_MONTH ? new BreakEven.After(months) : new BreakEven.Never();
    }

    private static BreakEven counted(double cost, double monthlyBenefit, Survival survival) {
        double paidBack = 0;
        for (int month = 1; month <= LAST_MONTH; month++) {
            double gain = monthlyBenefit * survival.remainingAfter(month);
            if (paidBack + gain >= cost) {
                return new BreakEven.After(month - 1 + (cost - paidBack) / gain);
            }
            paidBack += gain;
        }
        return new BreakEven.Never();
    }

    /** Years of pay to expect within some months, discounted; paid at each month's end. */
    public static double expectedYears(Survival survival, int months, double annualDiscount) {
        double monthly = StrictMath.pow(1 + annualDiscount, -1 / MONTHS_IN_A_YEAR);
        double factor = 1;
        double years = 0;
        for (int month = 1; month <= months; month++) {
            factor *= monthly;
            years += survival.remainingAfter(month) * factor / MONTHS_IN_A_YEAR;
        }
        return years;
    }

    /**
     * The premium, as a share of pay, whose cost over the expected years equals a saving. It rises
     * when people leave sooner, for then it is paid for a shorter time.
     */
    public static double premiumCeiling(
            double saving, double annualPay, double onCost, double expectedYears) {
        return saving / (annualPay * onCost * expectedYears);
    }
}
