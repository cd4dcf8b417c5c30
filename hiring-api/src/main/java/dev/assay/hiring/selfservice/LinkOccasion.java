package dev.assay.hiring.selfservice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why a candidate was given a link. */
public enum LinkOccasion {
    /** They applied, and the address was known as theirs then or became so. */
    APPLICATION("application"),
    /** Somebody at the employer issued it. */
    REQUEST("request"),
    /** They applied without evidence, and were invited to show some. */
    INVITATION("invitation"),
    /** What they disputed was answered. */
    ANSWER("answer");

    private final String wireName;

    LinkOccasion(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static LinkOccasion ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
