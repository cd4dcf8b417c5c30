package dev.assay.trainingcost.model;

/** A taught session that costs the same for one seat taken as for all of them. */
public record Session(UncertainMoney cost, int capacity) {

    public Session {
        FieldCheck.atLeast("capacity", 1, capacity);
    }
}
