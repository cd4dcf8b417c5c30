package dev.assay.admin.training;

import dev.assay.hiring.insights.Interval;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Money, percentages and intervals as people read them. */
final class Figures {

    private Figures() {}

    static String money(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.UK);
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount);
    }

    /** Without minor units, for a line that is read in passing. */
    static String roundMoney(BigDecimal amount) {
        return whole().format(amount);
    }

    static String percent(BigDecimal percent) {
        return number(percent, 2) + " %";
    }

    static String share(@Nullable BigDecimal share) {
        return share == null ? "–" : number(share.movePointRight(2), 1) + " %";
    }

    /** The estimate, its interval where there is one, and always the sample. */
    static Cell mean(Interval interval, String unit) {
        return cell(interval, unit, 0);
    }

    /** The same of a share, in percent. */
    static Cell shareOf(Interval interval) {
        return cell(interval, " %", 2);
    }

    private static Cell cell(Interval interval, String unit, int shift) {
        BigDecimal estimate = interval.estimate();
        BigDecimal low = interval.low();
        BigDecimal high = interval.high();
        return new Cell(
                estimate == null ? "–" : number(estimate.movePointRight(shift), 2) + unit,
                low == null || high == null
                        ? null
                        : number(low.movePointRight(shift), 2)
                                + " to "
                                + number(high.movePointRight(shift), 2),
                interval.n());
    }

    /**
     * One figure of a table.
     *
     * @param range its 95 % interval; null where the sample is too small for one
     */
    record Cell(String figure, @Nullable String range, long n) {}

    static String number(BigDecimal value, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.UK);
        format.setMaximumFractionDigits(places);
        return format.format(value);
    }

    private static NumberFormat whole() {
        NumberFormat format = NumberFormat.getIntegerInstance(Locale.UK);
        return format;
    }
}
