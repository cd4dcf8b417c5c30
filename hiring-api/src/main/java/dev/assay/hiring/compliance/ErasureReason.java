package dev.assay.hiring.compliance;

import java.util.Arrays;
import java.util.Optional;

/** Why a person was erased; stands in the audit trail, and says nothing about who they were. */
public enum ErasureReason {
    /** The person asked for it: GDPR article 17. */
    SUBJECT_REQUEST("subject-request"),
    CONSENT_WITHDRAWN("consent-withdrawn"),
    RETENTION_EXPIRED("retention-expired"),
    /** The data should never have been here. */
    UNLAWFUL("unlawful");

    private final String wireName;

    ErasureReason(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Empty when no reason has this name. */
    public static Optional<ErasureReason> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName.equals(wireName))
                .findFirst();
    }
}
