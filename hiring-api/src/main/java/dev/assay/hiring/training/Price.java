package dev.assay.hiring.training;

import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.UncertainMoney;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** A price or rate of pay that is known more or less well. */
public record Price(
        @NotNull @Valid Range amount,
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                String currency) {

    UncertainMoney money() {
        return new UncertainMoney(
                InvalidInputException.within("amount", amount::uncertain), currency(currency));
    }

    /** Refuses what is no currency with a smallest unit. */
    static CurrencyUnit currency(String code) {
        if (!Monetary.isCurrencyAvailable(code)) {
            throw new InvalidInputException("currency", "must be an ISO 4217 code that is in use");
        }
        CurrencyUnit currency = Monetary.getCurrency(code);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new InvalidInputException("currency", "has no smallest unit");
        }
        return currency;
    }
}
