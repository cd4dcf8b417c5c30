package dev.assay.credential.status;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of status entry we look up, with the types their lists carry. */
enum StatusMethod {
    /** Bitstring Status List 1.0. */
    BITSTRING("BitstringStatusListEntry", "BitstringStatusListCredential", "BitstringStatusList"),
    /** Its draft of 2021, with the same list under other names. */
    STATUS_LIST_2021("StatusList2021Entry", "StatusList2021Credential", "StatusList2021"),
    /** Open Badges 3.0: a list of the ids of revoked credentials. */
    REVOCATION_LIST("1EdTechRevocationList", "", ""),
    /** Token Status List, draft 18: a list in a token, for tokens. */
    TOKEN_LIST("TokenStatusList", "", "");

    private final String entryType;
    private final String credentialType;
    private final String subjectType;

    StatusMethod(String entryType, String credentialType, String subjectType) {
        this.entryType = entryType;
        this.credentialType = credentialType;
        this.subjectType = subjectType;
    }

    static Optional<StatusMethod> of(String entryType) {
        return Arrays.stream(values()).filter(m -> m.entryType.equals(entryType)).findFirst();
    }

    String credentialType() {
        return credentialType;
    }

    String subjectType() {
        return subjectType;
    }
}
