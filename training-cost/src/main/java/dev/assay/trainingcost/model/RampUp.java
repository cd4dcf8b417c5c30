package dev.assay.trainingcost.model;

/**
 * How a new hire becomes productive, counted from the end of training. Refuses an initial
 * productivity that can reach 0.95, since the ramp is measured by the time to 95 %.
 *
 * @param initialProductivity share of full productivity on the first day
 * @param weeksTo95 weeks until 95 %
 * @param transfer how much of the loss full coverage of the role's skills would take away
 */
public record RampUp(
        Uncertain initialProductivity,
        Uncertain weeksTo95,
        Uncertain transfer,
        Curve curve,
        Sharing sharing) {

    /** Productivity that ends the ramp. */
    public static final double FULL = 0.95;

    /** The form of the way up. */
    public enum Curve {
        /** The gap shrinks by the same share every week. */
        EXPONENTIAL,
        /** The gap closes at a steady pace and is gone after the ramp weeks. */
        LINEAR,
        /** The gap shrinks with a power of the weeks worked: fast first, then ever slower. */
        POWER
    }

    /** Whether all hires of a cohort have the same unknown ramp, or each one their own. */
    public enum Sharing {
        SHARED,
        PER_HIRE
    }

    public RampUp {
        Uncertain.requireShare("initialProductivity", initialProductivity);
        if (initialProductivity.most() >= FULL) {
            throw new InvalidInputException(
                    "initialProductivity",
                    "must stay below " + FULL + ", but can be " + initialProductivity.most());
        }
        if (weeksTo95.mostLikely() <= 0 || weeksTo95.least() < 0) {
            throw new InvalidInputException(
                    "weeksTo95", "must be more than 0, but can be " + weeksTo95.least());
        }
        Uncertain.requireShare("transfer", transfer);
    }
}
