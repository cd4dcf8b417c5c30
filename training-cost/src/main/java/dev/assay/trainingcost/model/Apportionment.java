package dev.assay.trainingcost.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.Money;

/** Turns the simulation's doubles into money, once, so that parts still sum to their total. */
public final class Apportionment {

    private Apportionment() {}

    /** Rounds half-even to the digits that ISO 4217 gives the currency. */
    public static MonetaryAmount round(double value, CurrencyUnit currency) {
        return Money.of(
                BigDecimal.valueOf(value)
                        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN),
                currency);
    }

    /**
     * Shares out a rounded total over parts by largest remainder. A part of exactly nothing gets
     * nothing, and no part changes its sign; ties go to the earlier part.
     */
    public static List<MonetaryAmount> share(MonetaryAmount total, double[] parts) {
        var currency = total.getCurrency();
        int digits = currency.getDefaultFractionDigits();
        var exact = new BigDecimal[parts.length];
        var units = new BigDecimal[parts.length];
        var left = total.getNumber().numberValueExact(BigDecimal.class).movePointRight(digits);
        for (int i = 0; i < parts.length; i++) {
            exact[i] = BigDecimal.valueOf(parts[i]).movePointRight(digits);
            units[i] = exact[i].setScale(0, RoundingMode.FLOOR);
            left = left.subtract(units[i]);
        }
        var order = new ArrayList<Integer>();
        IntStream.range(0, parts.length).filter(i -> parts[i] != 0).forEach(order::add);
        order.sort(Comparator.comparing((Integer i) -> exact[i].subtract(units[i])).reversed());
        // The total was rounded on its own, so it may also be a unit or so less than the floors.
        boolean tooMuch = left.signum() < 0;
        var step = tooMuch ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        var turn = tooMuch ? order.reversed() : List.copyOf(order);
        for (int k = 0; left.signum() != 0 && !turn.isEmpty(); k++) {
            int i = turn.get(k % turn.size());
            if (!tooMuch || units[i].signum() != 0) {
                units[i] = units[i].add(step);
                left = left.subtract(step);
            }
        }
        return IntStream.range(0, parts.length)
                .mapToObj(i -> (MonetaryAmount) Money.of(units[i].movePointLeft(digits), currency))
                .toList();
    }
}
