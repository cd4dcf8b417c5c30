package dev.assay.trainingcost;

import javax.money.MonetaryAmount;

/**
 * Cost of training as the German institute for vocational training counts it: all pay of the
 * trainee belongs to gross cost, and what the trainee produces is taken off.
 */
public record BibbAccount(
        MonetaryAmount traineePay,
        MonetaryAmount trainers,
        MonetaryAmount plant,
        MonetaryAmount other,
        MonetaryAmount contribution) {

    public MonetaryAmount gross() {
        return traineePay.add(trainers).add(plant).add(other);
    }

    public MonetaryAmount net() {
        return gross().subtract(contribution);
    }
}
