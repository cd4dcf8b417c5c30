package dev.assay.hiring.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a posting stands. Only an open one takes applications; a draft was never open. */
public enum JobStatus {
    DRAFT("draft"),
    OPEN("open"),
    PAUSED("paused"),
    CLOSED("closed");

    private final String wireName;

    JobStatus(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The states this one may turn into; staying is always fine and not listed. */
    public Set<JobStatus> next() {
        return switch (this) {
            case DRAFT, CLOSED -> EnumSet.of(OPEN);
            case OPEN -> EnumSet.of(PAUSED, CLOSED);
            case PAUSED -> EnumSet.of(OPEN, CLOSED);
        };
    }

    public boolean canMoveTo(JobStatus next) {
        return next == this || next().contains(next);
    }

    static JobStatus ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
