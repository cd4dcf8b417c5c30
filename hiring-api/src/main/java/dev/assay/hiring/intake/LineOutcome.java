package dev.assay.hiring.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What became of a line of an import. */
public enum LineOutcome {
    /** An application was filed. */
    CREATED("created"),
    /** The very same line made an application to this job before; there is no second one. */
    EXISTING("existing"),
    /** In a dry run: an application would be filed. */
    VALID("valid"),
    /** It is no application; nothing is ever made of it. */
    INVALID("invalid"),
    /** It is one, but the state of things forbade it. */
    REFUSED("refused");

    private final String wireName;

    LineOutcome(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static LineOutcome ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
