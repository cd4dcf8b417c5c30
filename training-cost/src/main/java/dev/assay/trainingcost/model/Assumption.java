package dev.assay.trainingcost.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: where the value of one input comes from. With a reason to override, the
 * ledger's value replaces the input's; without one the two must agree.
 *
 * @param input the path of the input, such as {@code modules[sql].traineeHours}
 */
public record Assumption(
        String input,
        Uncertain value,
        String unit,
        String source,
        LocalDate date,
        String owner,
        @Nullable String overrideReason) {

    public Assumption {
        FieldCheck.text("input", input);
        FieldCheck.text("unit", unit);
        FieldCheck.text("source", source);
        FieldCheck.text("owner", owner);
        if (overrideReason != null) {
            FieldCheck.text("overrideReason", overrideReason);
        }
    }

    public boolean overrides() {
        return overrideReason != null;
    }
}
