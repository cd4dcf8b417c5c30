package dev.assay.hiring.interviews;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What an interviewer thinks, from 1 to 5. It is read by people, and never scored. */
public enum Impression {
    DEFINITELY_NOT("definitely-not"),
    NO("no"),
    MIXED("mixed"),
    YES("yes"),
    STRONG_YES("strong-yes");

    private final String wireName;

    Impression(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static Impression ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
