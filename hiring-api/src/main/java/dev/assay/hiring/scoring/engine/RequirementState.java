package dev.assay.hiring.scoring.engine;

/** Whether a requirement is met by one single item. */
public enum RequirementState {
    /** One verified item of a trusted issuer shows the skill itself at the level required. */
    MET("met"),
    /** Such an item exists, and only doubts of ours keep it from counting. */
    OPEN("open"),
    NOT_SHOWN("not-shown");

    private final String code;

    RequirementState(String code) {
        this.code = code;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }
}
