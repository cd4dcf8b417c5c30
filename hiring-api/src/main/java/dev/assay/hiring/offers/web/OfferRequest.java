package dev.assay.hiring.offers.web;

import dev.assay.hiring.jobs.PayRange.PayUnit;
import dev.assay.hiring.offers.Offer;
import dev.assay.hiring.offers.OfferContent;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.MoneyText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An offer as it is sent, and as a merge patch leaves it. */
record OfferRequest(
        @NotNull @Valid OfferSalaryRequest salary,
        @Nullable @Pattern(regexp = AMOUNT, message = NO_AMOUNT) String usualAmount,
        @NotNull LocalDate startDate,
        @Nullable LocalDate expiresOn) {

    private static final String AMOUNT = "[0-9]{1,15}(\\.[0-9]{1,4})?";
    private static final String NO_AMOUNT = "must be a decimal number such as 1234.50";

    record OfferSalaryRequest(
            @NotNull @Pattern(regexp = AMOUNT, message = NO_AMOUNT) String amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                    String currency,
            @NotNull PayUnit unit) {}

    /** What a patch starts from; an offer to somebody erased is none any more. */
    static OfferRequest of(Offer offer) {
        OfferContent content =
                offer.content()
                        .orElseThrow(() -> new InvalidInput("", "the offer's person was erased"));
        return new OfferRequest(
                new OfferSalaryRequest(
                        MoneyText.of(content.amount(), content.currency()),
                        content.currency().getCurrencyCode(),
                        content.unit()),
                content.usualAmount()
                        .map(usual -> MoneyText.of(usual, content.currency()))
                        .orElse(null),
                content.startsOn(),
                content.expiresOn().orElse(null));
    }

    OfferContent content() {
        return new OfferContent(
                new BigDecimal(salary.amount()),
                Optional.ofNullable(usualAmount).map(BigDecimal::new),
                currency(),
                salary.unit(),
                startDate,
                Optional.ofNullable(expiresOn));
    }

    private Currency currency() {
        try {
            return Currency.getInstance(salary.currency());
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput("/salary/currency", "must be an ISO 4217 code that is in use");
        }
    }
}
