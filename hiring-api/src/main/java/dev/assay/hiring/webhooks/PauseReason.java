package dev.assay.hiring.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why Assay stopped delivering to an endpoint by itself. */
public enum PauseReason {
    /** It answered 410: it is not to be told anything any more. */
    GONE("gone"),
    /** It could not be reached for as long as it is tried. */
    UNREACHABLE("unreachable");

    private final String wireName;

    PauseReason(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static PauseReason ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
