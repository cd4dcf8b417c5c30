package dev.assay.trainingcost.calibrate;

import dev.assay.trainingcost.model.FieldCheck;
import dev.assay.trainingcost.model.InvalidInputException;

/**
 * What we believe about the chance of passing a test-out: a beta distribution.
 *
 * @param passes believed passes, before any was seen
 * @param failures believed failures
 */
public record PassRate(double passes, double failures) {

    public PassRate {
        FieldCheck.positive("passes", passes);
        FieldCheck.positive("failures", failures);
    }

    public PassRate after(int seenPasses, int tries) {
        FieldCheck.atLeast("passes", 0, seenPasses);
        if (tries < seenPasses) {
            throw new InvalidInputException(
                    "tries", "must not be below passes (" + seenPasses + "), but is " + tries);
        }
        return new PassRate(passes + seenPasses, failures + tries - seenPasses);
    }

    public double mean() {
        return passes / (passes + failures);
    }
}
