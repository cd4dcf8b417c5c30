package dev.assay.credential.report;

/** What one check came to. */
public enum CheckOutcome {
    PASSED("passed"),
    FAILED("failed"),
    /** Could not be decided; neither passed nor failed. */
    INDETERMINATE("indeterminate"),
    /** There was nothing to check. */
    NOT_APPLICABLE("not-applicable");

    private final String wireName;

    CheckOutcome(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
