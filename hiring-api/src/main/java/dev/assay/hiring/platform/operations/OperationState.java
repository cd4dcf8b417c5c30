package dev.assay.hiring.platform.operations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where an operation stands. */
public enum OperationState {
    /** Accepted, and not begun or to be tried again. */
    QUEUED("queued"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    /** Refused as a whole; its errors say why. */
    FAILED("failed"),
    /** Stopped on request; what was done before stays done. */
    CANCELLED("cancelled");

    private final String wireName;

    OperationState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether nothing about it changes any more. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }

    static OperationState ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
