package dev.assay.hiring.disputes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What came of a dispute. */
public enum DisputeOutcome {
    UPHELD("upheld"),
    PARTLY_UPHELD("partly-upheld"),
    NOT_UPHELD("not-upheld");

    private final String wireName;

    DisputeOutcome(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Empty when none has this name. */
    public static Optional<DisputeOutcome> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
    }
}
