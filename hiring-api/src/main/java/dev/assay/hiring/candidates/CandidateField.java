package dev.assay.hiring.candidates;

import dev.assay.hiring.platform.lists.QueryField;

/** What a list of candidates can be narrowed by. */
public enum CandidateField implements QueryField {
    EMAIL_STATUS("emailStatus"),
    WORDS("q");

    private final String wireName;

    CandidateField(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
