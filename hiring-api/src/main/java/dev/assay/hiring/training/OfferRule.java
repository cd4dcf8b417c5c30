package dev.assay.hiring.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.OfferTerms;
import dev.assay.trainingcost.model.Survival;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an offer premium is weighed against.
 *
 * @param onCost on-costs that rise with pay, as a multiple of pay; 1, that is none, when absent
 * @param annualDiscount none when absent
 * @param premium the premium considered, as a share of pay
 * @param monthlyBenefit what a hire who stays is worth above cost, a month
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferRule(
        @NotNull @Valid Stay stay,
        @Nullable Double onCost,
        @Nullable Double annualDiscount,
        @Nullable Double premium,
        @Nullable Double monthlyBenefit) {

    /**
     * How many of those hired stay: a steady monthly loss, a loss for each month of which the last
     * goes on, or a Weibull law. Exactly one of the three.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stay(
            @Nullable Double monthlyLoss,
            @Nullable @Size(max = 600) List<@NotNull Double> losses,
            @Nullable Double scaleMonths,
            @Nullable Double shape) {

        Survival survival() {
            int laws =
                    (monthlyLoss == null ? 0 : 1)
                            + (losses == null ? 0 : 1)
                            + (scaleMonths == null && shape == null ? 0 : 1);
            if (laws != 1) {
                throw new InvalidInputException(
                        "",
                        "must have exactly one of monthlyLoss, losses, and scaleMonths with shape");
            }
            if (monthlyLoss != null) {
                return new Survival.Steady(monthlyLoss);
            }
            if (losses != null) {
                return new Survival.ByMonth(losses);
            }
            if (scaleMonths == null || shape == null) {
                throw new InvalidInputException(
                        scaleMonths == null ? "scaleMonths" : "shape",
                        "must be there when the other is");
            }
            return new Survival.Weibull(scaleMonths, shape);
        }
    }

    OfferTerms terms() {
        return new OfferTerms(
                InvalidInputException.within("stay", stay::survival),
                Objects.requireNonNullElse(onCost, 1.0),
                Objects.requireNonNullElse(annualDiscount, 0.0),
                premium,
                monthlyBenefit);
    }
}
