package dev.assay.hiring.jobs;

import dev.assay.hiring.platform.lists.QueryField;

/** What a list of postings can be narrowed by. */
public enum JobField implements QueryField {
    STATUS("status"),
    DEPARTMENT("department"),
    WORDS("q");

    private final String wireName;

    JobField(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
