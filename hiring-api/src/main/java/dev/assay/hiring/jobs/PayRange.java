package dev.assay.hiring.jobs;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What the job pays: at least one bound, the lower never above the upper. */
public record PayRange(
        @Nullable BigDecimal min, @Nullable BigDecimal max, Currency currency, PayUnit unit) {

    public PayRange {
        if (min == null && max == null) {
            throw new IllegalArgumentException("a pay range has at least one bound");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "a pay range's lower bound is " + min + ", above its upper, " + max);
        }
    }

    /** What the amount is paid for. */
    public enum PayUnit {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }
}
