package dev.assay.hiring.offers;

import dev.assay.hiring.jobs.PayRange.PayUnit;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What is offered.
 *
 * @param usualAmount what the same job pays to who has shown nothing, in the same currency and unit
 * @param expiresOn the last day on which it can be accepted
 */
public record OfferContent(
        BigDecimal amount,
        Optional<BigDecimal> usualAmount,
        Currency currency,
        PayUnit unit,
        LocalDate startsOn,
        Optional<LocalDate> expiresOn) {

    private static final int PLACES = 4;

    /**
     * @throws InvalidInput naming every member at fault
     */
    public OfferContent {
        List<Fault> faults = new ArrayList<>();
        if (amount.signum() <= 0) {
            faults.add(new Fault("/salary/amount", "must be more than 0"));
        }
        if (usualAmount.filter(usual -> usual.signum() <= 0).isPresent()) {
            faults.add(new Fault("/usualAmount", "must be more than 0"));
        }
        if (expiresOn.filter(last -> last.isAfter(startsOn)).isPresent()) {
            faults.add(new Fault("/expiresOn", "must not be after the start"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** How much more than usual it is, in percent; below 0 when it is less. */
    public Optional<BigDecimal> premiumPercent() {
        return usualAmount.map(usual ->
                amount.subtract(usual)
                        .movePointRight(2)
                        .divide(usual, PLACES, RoundingMode.HALF_EVEN));
    }

    boolean isLapsed(LocalDate today) {
        return expiresOn.filter(today::isAfter).isPresent();
    }
}
