package dev.assay.hiring.disputes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How far a dispute is. */
public enum DisputeState {
    OPEN("open"),
    /** A person answered. */
    RESOLVED("resolved"),
    /** The candidate was erased before that. */
    LAPSED("lapsed");

    private final String wireName;

    DisputeState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Empty when none has this name. */
    public static Optional<DisputeState> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
    }
}
