package dev.assay.trainingcost.model;

import org.jspecify.annotations.Nullable;

/**
 * What an offer premium is weighed against.
 *
 * @param onCost on-costs that rise with pay, as a multiple of pay, 1 for none
 * @param annualDiscount yearly discount rate of future pay
 * @param premium the premium considered, as a share of pay, absent when none is
 * @param monthlyBenefit what a hire who stays is worth above cost at each month's end, in the
 *     estimate's currency, absent when not known
 */
public record OfferTerms(
        Survival survival,
        double onCost,
        double annualDiscount,
        @Nullable Double premium,
        @Nullable Double monthlyBenefit) {

    public OfferTerms {
        if (survival.remainingAfter(1) <= 0) {
            throw new InvalidInputException("survival", "must leave somebody after a month");
        }
        FieldCheck.finite("onCost", onCost);
        if (onCost < 1) {
            throw new InvalidInputException("onCost", "must be at least 1, but is " + onCost);
        }
        FieldCheck.notNegative("annualDiscount", annualDiscount);
        if (premium != null) {
            FieldCheck.notNegative("premium", premium);
        }
        if (monthlyBenefit != null) {
            FieldCheck.notNegative("monthlyBenefit", monthlyBenefit);
        }
    }
}
