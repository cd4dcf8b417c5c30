package dev.assay.credential.issue;

/** What a set bit in a status list means (Bitstring Status List 1.0 §2.2). */
public enum StatusPurpose {
    /** For good. */
    REVOCATION("revocation"),
    /** Until the bit is cleared again. */
    SUSPENSION("suspension");

    private final String wireName;

    StatusPurpose(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
