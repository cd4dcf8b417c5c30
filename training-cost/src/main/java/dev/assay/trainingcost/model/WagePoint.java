package dev.assay.trainingcost.model;

import java.time.LocalDate;

/**
 * What the role is paid in a region, and who says so.
 *
 * @param hourly pay before on-costs
 * @param load on-costs as a multiple of pay, 1 for none; by sector, never one constant
 */
public record WagePoint(
        String region, UncertainMoney hourly, Uncertain load, LocalDate date, String source) {

    public WagePoint {
        FieldCheck.text("region", region);
        if (load.least() < 1) {
            throw new InvalidInputException(
                    "load", "must be at least 1, but can be " + load.least());
        }
        FieldCheck.text("source", source);
    }

    /** The same, with the ledger's overrides. */
    public WagePoint settle(Ledger ledger, String path) {
        var settledHourly = hourly.settle(ledger, path + ".hourly");
        var settledLoad = ledger.settle(path + ".load", load);
        return InvalidInputException.within(
                path, () -> new WagePoint(region, settledHourly, settledLoad, date, source));
    }
}
