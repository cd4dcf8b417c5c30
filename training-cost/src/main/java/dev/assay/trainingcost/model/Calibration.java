package dev.assay.trainingcost.model;

/**
 * What finished trainings say about the model: real cost is the modelled cost of training (not the
 * ramp's) times a factor. Refuses a factor that can be 0 or less.
 *
 * @param actuals how many finished trainings the factor rests on
 */
public record Calibration(Uncertain factor, int actuals) {

    /** Nothing was ever compared; the model is taken at its word. */
    public static final Calibration NONE = new Calibration(Uncertain.fixed(1), 0);

    public Calibration {
        if (factor.mostLikely() <= 0 || factor.least() < 0) {
            throw new InvalidInputException(
                    "factor", "must be more than 0, but can be " + factor.least());
        }
        FieldCheck.atLeast("actuals", 0, actuals);
    }
}
