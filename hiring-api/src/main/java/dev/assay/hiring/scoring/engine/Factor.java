package dev.assay.hiring.scoring.engine;

/** What a strength is made of, and so what may limit it. */
public enum Factor {
    ALIGNMENT("alignment"),
    LEVEL("level"),
    ASSESSMENT("assessment"),
    RECENCY("recency"),
    AUTHORITY("authority"),
    /** Every factor is full: nothing limits. */
    NONE("none");

    private final String code;

    Factor(String code) {
        this.code = code;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }
}
