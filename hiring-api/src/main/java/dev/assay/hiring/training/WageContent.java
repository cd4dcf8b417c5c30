package dev.assay.hiring.training;

import dev.assay.trainingcost.model.WagePoint;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a role is paid in a region, and who says so.
 *
 * @param hourly pay before on-costs
 * @param load on-costs as a multiple of pay, 1 for none
 */
public record WageContent(
        String region,
        @Nullable String occupation,
        Price hourly,
        Range load,
        LocalDate date,
        String source)
        implements Term {

    @Override
    public void requireSound() {
        point();
    }

    WagePoint point() {
        var pay = Refusals.at("/hourly", hourly::money);
        var onCosts = Refusals.at("/load", load::uncertain);
        return Refusals.at("", () -> new WagePoint(region, pay, onCosts, date, source));
    }
}
