package dev.assay.hiring.partners;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.hiring.shared.Permission;
import java.util.Arrays;

/** What an employer can let a partner do. */
public enum PartnerRight {
    /** See the employer's open postings. */
    LIST("list", Permission.PULL_POSTINGS),
    /** Hand in applications to them. */
    APPLY("apply", Permission.SEND_APPLICATIONS),
    /** Learn how the applications it handed in stand. */
    STATUS("status", Permission.FOLLOW_APPLICATIONS);

    private final String wireName;
    private final Permission permission;

    PartnerRight(String wireName, Permission permission) {
        this.wireName = wireName;
        this.permission = permission;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    Permission permission() {
        return permission;
    }

    /**
     * @throws java.util.NoSuchElementException when there is none of this name
     */
    public static PartnerRight ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(right -> right.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
