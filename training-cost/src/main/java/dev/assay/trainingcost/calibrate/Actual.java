package dev.assay.trainingcost.calibrate;

import dev.assay.trainingcost.model.FieldCheck;
import java.time.LocalDate;

/**
 * One training that was estimated and then paid for. Who left before its end is kept: the cost
 * would have been at least what was spent. Refuses amounts that are not positive.
 *
 * @param predicted the estimate's most likely cost
 * @param spent what it did cost, in the same currency
 */
public record Actual(LocalDate finished, double predicted, double spent, End end) {

    /** How the training ended. */
    public enum End {
        COMPLETED,
        LEFT_EARLY
    }

    public Actual {
        FieldCheck.positive("predicted", predicted);
        FieldCheck.positive("spent", spent);
    }

    /** Logarithm of spent over predicted; 0 when the estimate was right. */
    double logRatio() {
        return StrictMath.log(spent / predicted);
    }
}
