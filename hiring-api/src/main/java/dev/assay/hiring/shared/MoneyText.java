package dev.assay.hiring.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts of money as the API writes them. */
public final class MoneyText {

    private MoneyText() {}

    /**
     * With as many places as the currency has, and more only where they say something: what was
     * sent as {@code 52500.00} comes back like that, however the database keeps it.
     */
    public static String of(BigDecimal amount, Currency currency) {
        int needed =
                Math.max(amount.stripTrailingZeros().scale(), currency.getDefaultFractionDigits());
        // Some codes name no money, such as XXX, and have no places at all.
        return amount.setScale(Math.max(needed, 0), RoundingMode.UNNECESSARY).toPlainString();
    }
}
