package dev.assay.hiring.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How somebody shows the employer what they can do: the open road for people without badges. */
public enum EvidenceMethod {
    /** Work as the job has it, done for this purpose. */
    WORK_SAMPLE("work-sample"),
    /** The same questions for everybody. */
    STRUCTURED_INTERVIEW("structured-interview"),
    /** A test that the employer holds. */
    ASSESSMENT("assessment");

    private final String wireName;

    EvidenceMethod(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static EvidenceMethod ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
