package dev.assay.hiring.jobs;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What the job pays: at least one bound, the lower never above the upper. */
public record PayRange(
        @Nullable BigDecimal min, @Nullable BigDecimal max, Currency currency, PayUnit unit) {

    public PayRange {
        min = plain(min);
        max = plain(max);
        if (min == null && max == null) {
            throw new IllegalArgumentException("a pay range has at least one bound");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "a pay range's lower bound is " + min + ", above its upper, " + max);
        }
    }

    /** Without the noughts that only say how it is stored. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
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
