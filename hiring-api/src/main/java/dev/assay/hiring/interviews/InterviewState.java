package dev.assay.hiring.interviews;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where an interview stands. */
public enum InterviewState {
    PROPOSED("proposed"),
    BOOKED("booked"),
    CANCELLED("cancelled");

    private final String wireName;

    InterviewState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static InterviewState ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
