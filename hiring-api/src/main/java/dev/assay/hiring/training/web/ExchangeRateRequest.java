package dev.assay.hiring.training.web;

import dev.assay.hiring.training.RateContent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An exchange rate as it is sent, to be kept or for one estimate, and as a merge patch leaves it.
 */
record ExchangeRateRequest(
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") String from,
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") String to,
        @NotNull BigDecimal rate,
        @NotNull LocalDate date,
        @NotBlank @Size(max = 500) String source) {

    static ExchangeRateRequest of(RateContent content) {
        return new ExchangeRateRequest(
                content.from(), content.to(), content.rate(), content.date(), content.source());
    }

    RateContent content() {
        return new RateContent(from, to, rate, date, source);
    }
}
