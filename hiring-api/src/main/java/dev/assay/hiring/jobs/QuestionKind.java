package dev.assay.hiring.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a screening question is answered with. */
public enum QuestionKind {
    YES_NO("yes-no"),
    CHOICE("choice"),
    NUMBER("number"),
    TEXT("text");

    private final String wireName;

    QuestionKind(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static QuestionKind ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
