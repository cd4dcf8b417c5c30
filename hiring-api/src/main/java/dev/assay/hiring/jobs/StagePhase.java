package dev.assay.hiring.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The phases that an employer may divide into stages: those an application is still open in. */
public enum StagePhase {
    NEW("new"),
    IN_REVIEW("in-review"),
    INTERVIEW("interview"),
    OFFER("offer");

    private final String wireName;

    StagePhase(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static StagePhase ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(phase -> phase.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
