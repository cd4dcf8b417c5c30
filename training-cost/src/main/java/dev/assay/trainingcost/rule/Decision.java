package dev.assay.trainingcost.rule;

/** What a hire does about a module. */
public enum Decision {
    TAKE("take"),
    SHORTEN("shorten"),
    TEST_OUT("test-out"),
    WAIVE("waive"),
    /** An auxiliary module that nothing left needs. */
    NOT_NEEDED("not-needed");

    private final String wireName;

    Decision(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
