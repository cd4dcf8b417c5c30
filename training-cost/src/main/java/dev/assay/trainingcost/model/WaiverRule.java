package dev.assay.trainingcost.model;

import org.jspecify.annotations.Nullable;

/** Whether proven skills may shorten or replace a module. */
public sealed interface WaiverRule {

    /** Everybody takes the module whole, whatever they have shown. */
    record Never() implements WaiverRule {}

    /**
     * Coverage opens options; an absent threshold never opens its option.
     *
     * @param residualShare the company-specific part that no outside credential proves
     * @param shortenFrom coverage from which the module may be shortened; needs a divisible module,
     *     one without shared sessions
     * @param testFrom coverage from which the hire may test out
     * @param waiveFrom coverage from which the module may be waived
     * @param spotCheck share of the assessment still taken when waived
     * @param passes chance of passing the test-out
     */
    record ByCoverage(
            double residualShare,
            @Nullable Double shortenFrom,
            @Nullable Double testFrom,
            @Nullable Double waiveFrom,
            double spotCheck,
            PassCurve passes)
            implements WaiverRule {

        public ByCoverage {
            FieldCheck.share("residualShare", residualShare);
            double last = threshold("shortenFrom", shortenFrom, 0);
            last = threshold("testFrom", testFrom, last);
            threshold("waiveFrom", waiveFrom, last);
            FieldCheck.share("spotCheck", spotCheck);
        }

        // A threshold of 0 would waive modules for people who have shown nothing.
        private static double threshold(String path, @Nullable Double value, double previous) {
            if (value == null) {
                return previous;
            }
            if (FieldCheck.share(path, value) == 0) {
                throw new InvalidInputException(path, "must be more than 0");
            }
            if (value < previous) {
                throw new InvalidInputException(
                        path,
                        "must not be below the threshold before it ("
                                + previous
                                + "), but is "
                                + value);
            }
            return value;
        }
    }
}
