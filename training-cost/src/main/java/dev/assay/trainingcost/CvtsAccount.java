package dev.assay.trainingcost;

import javax.money.MonetaryAmount;

/**
 * Cost of training as the European vocational training survey counts it: what is paid for courses,
 * and the labour cost of the hours in them. Mentors and ramp-up stay outside.
 */
public record CvtsAccount(MonetaryAmount direct, MonetaryAmount absence) {

    public MonetaryAmount total() {
        return direct.add(absence);
    }
}
