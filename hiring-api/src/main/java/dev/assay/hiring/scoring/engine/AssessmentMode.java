package dev.assay.hiring.scoring.engine;

/** How the performance behind an item was watched. */
public enum AssessmentMode {
    /** Supervised and the identity checked, onsite or online. */
    SUPERVISED_WITH_IDENTITY("supervised-with-identity"),
    SUPERVISED("supervised"),
    UNSUPERVISED("unsupervised"),
    /** The item does not say; counts like unsupervised. */
    NOT_STATED("not-stated");

    private final String code;

    AssessmentMode(String code) {
        this.code = code;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }
}
