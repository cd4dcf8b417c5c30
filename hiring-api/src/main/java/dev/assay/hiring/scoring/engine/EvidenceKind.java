package dev.assay.hiring.scoring.engine;

/** What sort of item shows a skill. */
public enum EvidenceKind {
    /** A badge, degree or licence, signed by its issuer. */
    CREDENTIAL("credential"),
    /** Work done for this employer and rated on a rubric by a named person. */
    WORK_SAMPLE("work-sample"),
    /** An interview with fixed questions, rated on a rubric by a named person. */
    STRUCTURED_INTERVIEW("structured-interview"),
    /** A test held by the employer, rated on a rubric by a named person. */
    ASSESSMENT("assessment");

    private final String code;

    EvidenceKind(String code) {
        this.code = code;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }

    /** Whether the employer recorded it: the open road for people without badges. */
    public boolean employerRecorded() {
        return this != CREDENTIAL;
    }
}
