package dev.assay.hiring.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where the work is done. */
public enum WorkplaceType {
    ONSITE("onsite"),
    HYBRID("hybrid"),
    REMOTE("remote");

    private final String wireName;

    WorkplaceType(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static WorkplaceType ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
