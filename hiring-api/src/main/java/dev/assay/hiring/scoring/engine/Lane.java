package dev.assay.hiring.scoring.engine;

/** Where an application stands in a ranking. */
public enum Lane {
    /** Offered evidence, of whatever worth. */
    RANKED("ranked"),
    /** Offered none: invited to show, never placed below anybody. */
    NO_EVIDENCE("no-evidence");

    private final String code;

    Lane(String code) {
        this.code = code;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }
}
