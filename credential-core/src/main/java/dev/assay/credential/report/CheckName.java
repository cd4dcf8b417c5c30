package dev.assay.credential.report;

/**
 * The checks, in report order. The first seven decide the outcome; the others are told beside it.
 */
public enum CheckName {
    STRUCTURE("structure", true),
    CONTEXT("context", true),
    PROOF("proof", true),
    KEY_BINDING("key-binding", true),
    VALIDITY("validity", true),
    STATUS("status", true),
    SCHEMA("schema", true),
    SUBJECT("subject", false),
    ACHIEVEMENT_AUTHORITY("achievement-authority", false),
    ISSUER_TRUST("issuer-trust", false);

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
