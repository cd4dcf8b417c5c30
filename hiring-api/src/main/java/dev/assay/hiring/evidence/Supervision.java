package dev.assay.hiring.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a performance was watched. */
public enum Supervision {
    SUPERVISED_WITH_IDENTITY("supervised-with-identity"),
    SUPERVISED("supervised"),
    UNSUPERVISED("unsupervised");

    private final String wireName;

    Supervision(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static Supervision ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(supervision -> supervision.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
