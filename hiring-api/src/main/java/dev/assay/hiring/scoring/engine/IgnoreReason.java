package dev.assay.hiring.scoring.engine;

/** Why an item counts nothing for a requirement. The list is closed and its codes are stored. */
public enum IgnoreReason {
    PROOF_FAILED("proof-failed", DecidedBy.VERIFICATION),
    BINDING_FAILED("binding-failed", DecidedBy.VERIFICATION),
    REVOKED("revoked", DecidedBy.VERIFICATION),
    SUSPENDED("suspended", DecidedBy.VERIFICATION),
    EXPIRED("expired", DecidedBy.VERIFICATION),
    NOT_YET_VALID("not-yet-valid", DecidedBy.VERIFICATION),
    COULD_NOT_CHECK("could-not-check", DecidedBy.VERIFICATION_OR_PENDING),
    UNSUPPORTED_FORMAT("unsupported-format", DecidedBy.VERIFICATION),
    EMAIL_UNCONFIRMED("email-unconfirmed", DecidedBy.VERIFICATION_OR_PENDING),
    SUBJECT_MISMATCH("subject-mismatch", DecidedBy.VERIFICATION),
    ISSUER_UNKNOWN("issuer-unknown", DecidedBy.ENGINE),
    ISSUER_BLOCKED("issuer-blocked", DecidedBy.ENGINE),
    AUTHORITY_MISSING("authority-missing", DecidedBy.VERIFICATION),
    SUPERSEDED("superseded", DecidedBy.VERIFICATION),
    SAME_GROUP("same-group", DecidedBy.ENGINE),
    MAPPING_UNCONFIRMED("mapping-unconfirmed", DecidedBy.ENGINE),
    NO_ALIGNED_SKILL("no-aligned-skill", DecidedBy.ENGINE);

    private enum DecidedBy {
        VERIFICATION,
        VERIFICATION_OR_PENDING,
        ENGINE
    }

    private final String code;
    private final DecidedBy decidedBy;

    IgnoreReason(String code, DecidedBy decidedBy) {
        this.code = code;
        this.decidedBy = decidedBy;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }

    /** Whether it may come with an item, rather than being found by the engine. */
    boolean comesWithTheItem() {
        return decidedBy != DecidedBy.ENGINE;
    }

    /** Whether the doubt may be ours alone, so that the item can stand open. */
    boolean mayBeOurDoubt() {
        return decidedBy == DecidedBy.VERIFICATION_OR_PENDING;
    }
}
