package dev.assay.hiring.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What is done about a job's approval. */
public enum ApprovalStep {
    REQUESTED("requested"),
    APPROVED("approved"),
    DECLINED("declined");

    private final String wireName;

    ApprovalStep(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static ApprovalStep ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(step -> step.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
