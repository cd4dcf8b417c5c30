package dev.assay.hiring.shared;

import java.util.Arrays;

/** What a person is at one employer, as kept in our membership rows (never taken from a token). */
public enum EmployerRole {
    RECRUITER("recruiter"),
    HR_ADMIN("hr-admin"),
    AUDITOR("auditor"),
    /** Sees the jobs on whose hiring team the person is, and nothing else. */
    HIRING_TEAM("hiring-team");

    private final String wireName;

    EmployerRole(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /**
     * @throws IllegalArgumentException when no role has this name
     */
    public static EmployerRole ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such role: " + wireName));
    }
}
