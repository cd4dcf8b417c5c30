package dev.assay.trainingcost.rule;

/** A kind of cost. */
public enum Component {
    TRAINEE_TIME("trainee-time"),
    DIRECT("direct"),
    MENTOR("mentor"),
    SESSIONS("sessions"),
    RAMP_UP("ramp-up");

    private final String wireName;

    Component(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
