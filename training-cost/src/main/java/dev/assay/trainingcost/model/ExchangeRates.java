package dev.assay.trainingcost.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * The dated rates an estimate may use. A rate is used as it is given: never inverted, never chained
 * through a third currency, never taken from after the day of the estimate, and never assumed to be
 * 1. Refuses two rates for the same pair and day.
 */
public record ExchangeRates(List<ExchangeRate> rates) {

    private static final Comparator<ExchangeRate> ORDER =
            Comparator.comparing((ExchangeRate r) -> r.from().getCurrencyCode())
                    .thenComparing(r -> r.to().getCurrencyCode())
                    .thenComparing(ExchangeRate::date);

    // After the order, which the constructor needs.
    public static final ExchangeRates NONE = new ExchangeRates(List.of());

    public ExchangeRates {
        rates = rates.stream().sorted(ORDER).toList();
        for (int i = 1; i < rates.size(); i++) {
            if (ORDER.compare(rates.get(i - 1), rates.get(i)) == 0) {
                var twice = rates.get(i);
                throw new InvalidInputException(
                        "rates",
                        "must have one rate for "
                                + pair(twice.from(), twice.to())
                                + " on "
                                + twice.date());
            }
        }
    }

    /** The latest rate on or before the day; empty when there is none. */
    public Optional<ExchangeRate> find(CurrencyUnit from, CurrencyUnit to, LocalDate day) {
        return rates.stream()
                .filter(r -> r.from().equals(from) && r.to().equals(to))
                .filter(r -> !r.date().isAfter(day))
                .max(Comparator.comparing(ExchangeRate::date));
    }

    /** What to multiply an amount by; refuses, naming the field, when no rate says so. */
    public double factor(String path, CurrencyUnit from, CurrencyUnit to, LocalDate day) {
        if (from.equals(to)) {
            return 1;
        }
        return find(from, to, day)
                .orElseThrow(() ->
                        new InvalidInputException(
                                path,
                                "is in "
                                        + from
                                        + ", and there is no exchange rate "
                                        + pair(from, to)
                                        + " dated on or before "
                                        + day))
                .rate()
                .doubleValue();
    }

    private static String pair(CurrencyUnit from, CurrencyUnit to) {
        return from + " to " + to;
    }
}
