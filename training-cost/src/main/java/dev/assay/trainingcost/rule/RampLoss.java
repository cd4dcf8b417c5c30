package dev.assay.trainingcost.rule;

import dev.assay.trainingcost.model.RampUp;

/** How many weeks of full output a ramp costs. */
public final class RampLoss {

    private static final double GAP_AT_END = 1 - RampUp.FULL;

    private RampLoss() {}

    /**
     * The area between full productivity and the curve, from the end of training to the horizon.
     */
    public static double weeks(
            RampUp.Curve curve, double initial, double weeksTo95, double horizon) {
        double gap = 1 - initial;
        if (weeksTo95 <= 0 || horizon <= 0) {
            return 0;
        }
        return switch (curve) {
            case EXPONENTIAL -> {
                double tau = weeksTo95 / StrictMath.log(gap / GAP_AT_END);
                yield gap * tau * -StrictMath.expm1(-horizon / tau);
            }
            case LINEAR -> {
                double counted = Math.min(horizon, weeksTo95);
                yield gap * counted * (1 - counted / (2 * weeksTo95));
            }
            case POWER -> {
                double power = StrictMath.log(gap / GAP_AT_END) / StrictMath.log1p(weeksTo95);
                double grown = StrictMath.log1p(horizon);
                double rest = 1 - power;
                yield Math.abs(rest) < 1e-9
                        ? gap * grown
                        : gap * StrictMath.expm1(rest * grown) / rest;
            }
        };
    }
}
