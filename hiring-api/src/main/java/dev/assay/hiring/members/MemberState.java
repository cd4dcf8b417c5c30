package dev.assay.hiring.members;

import java.util.Arrays;

/** Whether a person may sign in yet. */
public enum MemberState {
    /** They will, once Keycloak has an account for them and they got mail about it. */
    INVITED("invited"),
    /** Their roles hold. */
    ACTIVE("active");

    private final String wireName;

    MemberState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static MemberState ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
