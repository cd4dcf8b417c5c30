package dev.assay.credential.report;

/** What a verification as a whole came to. */
public enum Outcome {
    /** Every required check passed or did not apply. */
    VERIFIED("verified"),
    /** A required check failed. */
    FAILED("failed"),
    /**
     * Nothing failed, but something required could not be checked. Never to be read as verified.
     */
    INDETERMINATE("indeterminate");

    private final String wireName;

    Outcome(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
