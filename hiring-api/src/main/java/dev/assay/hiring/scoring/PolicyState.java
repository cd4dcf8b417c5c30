package dev.assay.hiring.scoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where a version of a policy stands. */
public enum PolicyState {
    /** Written down; nobody has seen yet what it would change. */
    DRAFT("draft"),
    /** Its effect was looked at, so it may be activated. */
    PREVIEW("preview"),
    /** In force; one an employer at most. */
    ACTIVE("active"),
    /** Was in force; scores of its time keep it. */
    RETIRED("retired");

    private final String wireName;

    PolicyState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static PolicyState ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
