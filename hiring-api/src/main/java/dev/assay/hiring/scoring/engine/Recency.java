package dev.assay.hiring.scoring.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the age of an item lowers what it counts for one skill. Off unless a policy opts in, because
 * age of evidence stands close to age of people; the employer's job-related reason is kept with the
 * stored policy.
 *
 * <p>Age is whole months between the item's date and the submission of the application, so nothing
 * drifts while an application waits. An item without a date counts as the oldest: hiding a date
 * must not pay. Never touches must-haves.
 *
 * @param steps by rising age and falling value; younger items count fully
 */
public record Recency(List<Step> steps) {

    /** From this age on, in whole months, an item counts at most {@code value}. */
    public record Step(int months, BasisPoints value) {
        public Step {
            if (months < 1) {
                throw new IllegalArgumentException("months must be at least 1, but are " + months);
            }
        }
    }

    public Recency {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("recency needs at least one step");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).months() <= steps.get(i - 1).months()
                    || steps.get(i).value().compareTo(steps.get(i - 1).value()) > 0) {
                throw new IllegalArgumentException(
                        "recency steps must rise in months and not rise in value");
            }
        }
    }

    BasisPoints of(@Nullable LocalDate achievedOn, LocalDate submittedOn) {
        long months =
                achievedOn == null
                        ? Long.MAX_VALUE
                        : ChronoUnit.MONTHS.between(achievedOn, submittedOn);
        BasisPoints value = BasisPoints.FULL;
        for (Step step : steps) {
            if (months >= step.months()) {
                value = step.value();
            }
        }
        return value;
    }
}
