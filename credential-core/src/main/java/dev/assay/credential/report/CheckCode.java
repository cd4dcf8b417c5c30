package dev.assay.credential.report;

import java.util.Optional;

/**
 * Why a check came out as it did. The wire names are stable and may be stored; each failing or
 * undecided code knows the reason for which the item is then ignored.
 */
public enum CheckCode {
    OK("ok"),
    NOT_DECLARED("not-declared"),
    NOT_ASKED("not-asked"),
    NOT_RELEVANT("not-relevant"),
    NOT_REACHED("not-reached", IgnoreReason.COULD_NOT_CHECK),

    // Input faults: the bytes are no document at all.
    MALFORMED_JSON("malformed-json", IgnoreReason.PROOF_FAILED),
    DUPLICATE_KEY("duplicate-key", IgnoreReason.PROOF_FAILED),
    NOT_UTF_8("not-utf-8", IgnoreReason.PROOF_FAILED),
    TOO_DEEP("too-deep", IgnoreReason.PROOF_FAILED),
    TOO_LARGE("too-large", IgnoreReason.PROOF_FAILED),
    TOO_COMPLEX("too-complex", IgnoreReason.PROOF_FAILED),
    NUMBER_TOO_LONG("number-too-long", IgnoreReason.PROOF_FAILED),
    UNSAFE_NUMBER("unsafe-number", IgnoreReason.PROOF_FAILED),
    NUL_CHARACTER("nul-character", IgnoreReason.PROOF_FAILED),
    LONE_SURROGATE("lone-surrogate", IgnoreReason.PROOF_FAILED),
    MALFORMED_JWT("malformed-jwt", IgnoreReason.PROOF_FAILED),
    MALFORMED_IMAGE("malformed-image", IgnoreReason.PROOF_FAILED),
    BAKED_TWICE("baked-twice", IgnoreReason.PROOF_FAILED),

    // Structure.
    UNSUPPORTED_FORMAT("unsupported-format", IgnoreReason.UNSUPPORTED_FORMAT),
    /** There is an address so far, and no document. */
    PENDING("pending", IgnoreReason.COULD_NOT_CHECK),
    NOT_A_CREDENTIAL("not-a-credential", IgnoreReason.PROOF_FAILED),
    MISSING_PROPERTY("missing-property", IgnoreReason.PROOF_FAILED),
    MALFORMED_PROPERTY("malformed-property", IgnoreReason.PROOF_FAILED),
    MALFORMED_DATE("malformed-date", IgnoreReason.PROOF_FAILED),

    // Contexts and linked data.
    UNKNOWN_CONTEXT("unknown-context", IgnoreReason.PROOF_FAILED),
    /** A context we know by name and digest, and may not carry with us. */
    CONTEXT_UNAVAILABLE("context-unavailable", IgnoreReason.COULD_NOT_CHECK),
    EMBEDDED_CONTEXT("embedded-context", IgnoreReason.PROOF_FAILED),
    UNDEFINED_TERM("undefined-term", IgnoreReason.PROOF_FAILED),
    MALFORMED_IRI("malformed-iri", IgnoreReason.PROOF_FAILED),
    AMBIGUOUS_NODE("ambiguous-node", IgnoreReason.PROOF_FAILED),
    INVALID_LINKED_DATA("invalid-linked-data", IgnoreReason.PROOF_FAILED),
    WORK_LIMIT("work-limit", IgnoreReason.COULD_NOT_CHECK),

    // Proofs.
    PROOF_MISSING("proof-missing", IgnoreReason.PROOF_FAILED),
    PROOF_MALFORMED("proof-malformed", IgnoreReason.PROOF_FAILED),
    PROOF_UNSUPPORTED("proof-unsupported", IgnoreReason.COULD_NOT_CHECK),
    PROOF_PURPOSE("proof-purpose", IgnoreReason.PROOF_FAILED),
    PROOF_EXPIRED("proof-expired", IgnoreReason.EXPIRED),
    PROOF_FROM_THE_FUTURE("proof-from-the-future", IgnoreReason.NOT_YET_VALID),
    PREVIOUS_PROOF_MISSING("previous-proof-missing", IgnoreReason.PROOF_FAILED),
    SIGNATURE_INVALID("signature-invalid", IgnoreReason.PROOF_FAILED),
    KEY_UNUSABLE("key-unusable", IgnoreReason.PROOF_FAILED),
    KEY_UNAVAILABLE("key-unavailable", IgnoreReason.COULD_NOT_CHECK),
    HOSTED_UNAVAILABLE("hosted-unavailable", IgnoreReason.COULD_NOT_CHECK),
    JWT_HEADER("jwt-header", IgnoreReason.PROOF_FAILED),
    /** Passed, and the header says more than the standard allows. */
    JWT_HEADER_TOLERATED("jwt-header-tolerated"),
    JWT_ALGORITHM("jwt-algorithm", IgnoreReason.PROOF_FAILED),
    JWT_CLAIM_MISMATCH("jwt-claim-mismatch", IgnoreReason.PROOF_FAILED),

    DISCLOSURE_INVALID("disclosure-invalid", IgnoreReason.PROOF_FAILED),
    HOLDER_PROOF_INVALID("holder-proof-invalid", IgnoreReason.PROOF_FAILED),

    // Key binding.
    CONTROLLER_MISMATCH("controller-mismatch", IgnoreReason.BINDING_FAILED),
    KEY_NOT_LISTED("key-not-listed", IgnoreReason.BINDING_FAILED),
    KEY_REVOKED("key-revoked", IgnoreReason.BINDING_FAILED),
    KEY_EXPIRED("key-expired", IgnoreReason.BINDING_FAILED),
    FOREIGN_KEY_ID("foreign-key-id", IgnoreReason.BINDING_FAILED),
    FOREIGN_JWK("foreign-jwk", IgnoreReason.BINDING_FAILED),
    HOSTED_ELSEWHERE("hosted-elsewhere", IgnoreReason.BINDING_FAILED),
    JWK_ISSUER_MISMATCH("jwk-issuer-mismatch", IgnoreReason.BINDING_FAILED),
    ISSUER_DOCUMENT_UNAVAILABLE("issuer-document-unavailable", IgnoreReason.COULD_NOT_CHECK),
    ISSUER_DOCUMENT_UNUSABLE("issuer-document-unusable", IgnoreReason.COULD_NOT_CHECK),
    ISSUER_ID_UNSUPPORTED("issuer-id-unsupported", IgnoreReason.COULD_NOT_CHECK),

    // Time.
    EXPIRED("expired", IgnoreReason.EXPIRED),
    NOT_YET_VALID("not-yet-valid", IgnoreReason.NOT_YET_VALID),

    // Status and schema.
    REVOKED("revoked", IgnoreReason.REVOKED),
    SUSPENDED("suspended", IgnoreReason.SUSPENDED),
    STATUS_NOT_CHECKED("status-not-checked", IgnoreReason.COULD_NOT_CHECK),
    STATUS_TYPE_UNSUPPORTED("status-type-unsupported", IgnoreReason.COULD_NOT_CHECK),
    STATUS_ENTRY_MALFORMED("status-entry-malformed", IgnoreReason.COULD_NOT_CHECK),
    STATUS_LIST_UNAVAILABLE("status-list-unavailable", IgnoreReason.COULD_NOT_CHECK),
    STATUS_LIST_UNVERIFIED("status-list-unverified", IgnoreReason.COULD_NOT_CHECK),
    STATUS_LIST_FOREIGN("status-list-foreign", IgnoreReason.COULD_NOT_CHECK),
    STATUS_LIST_EXPIRED("status-list-expired", IgnoreReason.COULD_NOT_CHECK),
    STATUS_LIST_MALFORMED("status-list-malformed", IgnoreReason.COULD_NOT_CHECK),
    STATUS_LIST_TOO_LARGE("status-list-too-large", IgnoreReason.COULD_NOT_CHECK),
    STATUS_INDEX_OUT_OF_RANGE("status-index-out-of-range", IgnoreReason.COULD_NOT_CHECK),
    STATUS_MESSAGE("status-message", IgnoreReason.COULD_NOT_CHECK),
    SCHEMA_NOT_CHECKED("schema-not-checked", IgnoreReason.COULD_NOT_CHECK),
    SCHEMA_TYPE_UNSUPPORTED("schema-type-unsupported", IgnoreReason.COULD_NOT_CHECK),
    SCHEMA_UNAVAILABLE("schema-unavailable", IgnoreReason.COULD_NOT_CHECK),
    SCHEMA_UNUSABLE("schema-unusable", IgnoreReason.COULD_NOT_CHECK),
    SCHEMA_WORK_LIMIT("schema-work-limit", IgnoreReason.COULD_NOT_CHECK),
    SCHEMA_INVALID("schema-invalid", IgnoreReason.PROOF_FAILED),

    // Credentials inside a credential, and newer ones of the same.
    ITEM_FAILED("item-failed", IgnoreReason.PROOF_FAILED),
    ITEM_UNDECIDED("item-undecided", IgnoreReason.COULD_NOT_CHECK),
    TOO_MANY_PARTS("too-many-parts", IgnoreReason.COULD_NOT_CHECK),
    ENDORSEMENT_FAILED("endorsement-failed"),
    ENDORSEMENT_FOREIGN("endorsement-foreign"),
    ENDORSEMENT_UNDECIDED("endorsement-undecided"),
    REFRESHED("refreshed"),
    REFRESH_UNAVAILABLE("refresh-unavailable"),
    REFRESH_UNUSABLE("refresh-unusable"),
    REFRESH_TYPE_UNSUPPORTED("refresh-type-unsupported"),

    // Subject, authority, trust.
    EMAIL_UNCONFIRMED("email-unconfirmed", IgnoreReason.EMAIL_UNCONFIRMED),
    SUBJECT_MISMATCH("subject-mismatch", IgnoreReason.SUBJECT_MISMATCH),
    ISSUER_UNKNOWN("issuer-unknown"),
    ISSUER_BLOCKED("issuer-blocked"),
    CREATOR_NOT_STATED("creator-not-stated"),
    CREATOR_IS_ANOTHER("creator-is-another"),
    REGISTRY_NOT_CONSULTED("registry-not-consulted");

    private final String wireName;
    private final Optional<IgnoreReason> ignoreReason;

    CheckCode(String wireName) {
        this.wireName = wireName;
        this.ignoreReason = Optional.empty();
    }

    CheckCode(String wireName, IgnoreReason ignoreReason) {
        this.wireName = wireName;
        this.ignoreReason = Optional.of(ignoreReason);
    }

    public String wireName() {
        return wireName;
    }

    /** Why an item with this code does not count; empty for codes that say nothing against it. */
    public Optional<IgnoreReason> ignoreReason() {
        return ignoreReason;
    }
}
