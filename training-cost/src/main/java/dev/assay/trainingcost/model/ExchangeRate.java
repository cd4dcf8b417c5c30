package dev.assay.trainingcost.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;

/**
 * One unit of {@code from} bought {@code rate} units of {@code to} on that day, says the source.
 * Refuses a rate that is not positive and a rate of a currency to itself.
 */
public record ExchangeRate(
        CurrencyUnit from, CurrencyUnit to, BigDecimal rate, LocalDate date, String source) {

    public ExchangeRate {
        if (from.equals(to)) {
            throw new InvalidInputException("to", "must differ from " + from);
        }
        if (rate.signum() <= 0) {
            throw new InvalidInputException("rate", "must be more than 0, but is " + rate);
        }
        FieldCheck.text("source", source);
    }
}
