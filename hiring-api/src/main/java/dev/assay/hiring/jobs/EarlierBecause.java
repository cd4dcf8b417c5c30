package dev.assay.hiring.jobs;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Why somebody is told who is reviewed blind, before they were to be. Codes and no words: the
 * reason is kept in the audit trail, which names nobody.
 */
public enum EarlierBecause {
    /** An adjustment has to be arranged with the candidate. */
    ACCOMMODATION("accommodation"),
    /** Somebody who judges may be related to the candidate. */
    CONFLICT_OF_INTEREST("conflict-of-interest"),
    /** The candidate has to be reached in person. */
    CONTACT("contact"),
    /** Something handed in, or two files, may be of somebody else. */
    MISTAKEN_IDENTITY("mistaken-identity"),
    /** A court, an authority or the candidate themself asks. */
    LEGAL_DUTY("legal-duty"),
    /** The hiring goes on otherwise than it was begun. */
    CHANGED_PROCESS("changed-process");

    private final String wireName;

    EarlierBecause(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
