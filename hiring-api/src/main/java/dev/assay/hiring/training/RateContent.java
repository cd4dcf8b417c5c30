package dev.assay.hiring.training;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.trainingcost.model.ExchangeRate;
import dev.assay.trainingcost.model.InvalidInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;

/**
 * One unit of a currency bought so many of another on that day, says the source. Used as it is:
 * never inverted, chained or assumed.
 */
public record RateContent(String from, String to, BigDecimal rate, LocalDate date, String source)
        implements Term {

    @Override
    public void requireSound() {
        exchangeRate();
    }

    ExchangeRate exchangeRate() {
        CurrencyUnit bought = currency("/from", from);
        CurrencyUnit with = currency("/to", to);
        return Refusals.at("", () -> new ExchangeRate(bought, with, rate, date, source));
    }

    private static CurrencyUnit currency(String pointer, String code) {
        try {
            return Price.currency(code);
        } catch (InvalidInputException unknown) {
            throw new InvalidInput(pointer, unknown.problem());
        }
    }

    boolean isOfTheSameDay(RateContent other) {
        return from.equals(other.from) && to.equals(other.to) && date.equals(other.date);
    }
}
