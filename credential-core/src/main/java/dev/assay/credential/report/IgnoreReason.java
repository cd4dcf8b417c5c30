package dev.assay.credential.report;

/** Why an item must not count; the part of the contract's list that verification alone can give. */
public enum IgnoreReason {
    PROOF_FAILED("proof-failed"),
    BINDING_FAILED("binding-failed"),
    REVOKED("revoked"),
    SUSPENDED("suspended"),
    EXPIRED("expired"),
    NOT_YET_VALID("not-yet-valid"),
    COULD_NOT_CHECK("could-not-check"),
    UNSUPPORTED_FORMAT("unsupported-format"),
    EMAIL_UNCONFIRMED("email-unconfirmed"),
    SUBJECT_MISMATCH("subject-mismatch");

    private final String wireName;

    IgnoreReason(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
