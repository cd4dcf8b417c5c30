package dev.assay.hiring.searches;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The lists that can be searched. */
public enum SearchedList {
    APPLICATIONS("applications"),
    CANDIDATES("candidates"),
    JOBS("jobs");

    private final String wireName;

    SearchedList(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static SearchedList ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(list -> list.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
