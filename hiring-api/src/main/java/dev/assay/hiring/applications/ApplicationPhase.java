package dev.assay.hiring.applications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where an application stands. */
public enum ApplicationPhase {
    NEW("new"),
    IN_REVIEW("in-review"),
    INTERVIEW("interview"),
    OFFER("offer"),
    HIRED("hired"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn");

    private final String wireName;

    ApplicationPhase(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * Whether its outcome is still to be found; decided ones are never scored anew behind anybody's
     * back.
     */
    public boolean isOpen() {
        return switch (this) {
            case NEW, IN_REVIEW, INTERVIEW, OFFER -> true;
            case HIRED, REJECTED, WITHDRAWN -> false;
        };
    }

    static ApplicationPhase ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(phase -> phase.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
