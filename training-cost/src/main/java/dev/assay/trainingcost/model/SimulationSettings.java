package dev.assay.trainingcost.model;

/**
 * How to draw. The same seed always gives the same draws. Refuses a number of draws that does not
 * fill {@value #RANDOMISATIONS} equal sets whose size is a power of two, or that is out of bounds.
 */
public record SimulationSettings(long seed, int draws) {

    /** Independent repetitions, from whose spread the error of a mean is told. */
    public static final int RANDOMISATIONS = 16;

    public static final int FEWEST_DRAWS = 16 * RANDOMISATIONS;
    public static final int MOST_DRAWS = (1 << 16) * RANDOMISATIONS;
    public static final int USUAL_DRAWS = 4096;

    public SimulationSettings {
        if (draws < FEWEST_DRAWS || draws > MOST_DRAWS || Integer.bitCount(draws) != 1) {
            throw new InvalidInputException(
                    "draws",
                    "must be a power of 2 from "
                            + FEWEST_DRAWS
                            + " to "
                            + MOST_DRAWS
                            + ", but is "
                            + draws);
        }
    }
}
