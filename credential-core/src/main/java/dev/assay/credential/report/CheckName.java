package dev.assay.credential.report;

/**
 * The checks, in report order. The first eight decide the outcome; the others are told beside it.
 */
public enum CheckName {
    STRUCTURE("structure", true),
    CONTEXT("context", true),
    PROOF("proof", true),
    KEY_BINDING("key-binding", true),
    VALIDITY("validity", true),
    STATUS("status", true),
    SCHEMA("schema", true),
    /** The credentials that this one consists of. */
    ITEMS("items", true),
    SUBJECT("subject", false),
    ACHIEVEMENT_AUTHORITY("achievement-authority", false),
    ISSUER_TRUST("issuer-trust", false),
    /** Whether there is a newer version, and whether this report is about it. */
    REFRESH("refresh", false),
    ENDORSEMENTS("endorsements", false);

    private final String wireName;
    private final boolean required;

    CheckName(String wireName, boolean required) {
        this.wireName = wireName;
        this.required = required;
    }

    public String wireName() {
        return wireName;
    }

    public boolean required() {
        return required;
    }
}
