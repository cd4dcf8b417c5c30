package dev.assay.hiring.intake;

import dev.assay.hiring.platform.lists.QueryField;

/** What a list of applications can be narrowed by. */
public enum ApplicationField implements QueryField {
    JOB("jobId"),
    PHASE("phase"),
    STAGE("stage"),
    TAG("tag"),
    ASSIGNEE("assignee"),
    BAND("band"),
    MIN_SCORE("minScore"),
    MAX_SCORE("maxScore"),
    MUST_HAVES("mustHaves"),
    SOURCE("source"),
    SUBMITTED_FROM("submittedFrom"),
    SUBMITTED_TO("submittedTo"),
    FLAGGED("flagged"),
    WORDS("q");

    private final String wireName;

    ApplicationField(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
