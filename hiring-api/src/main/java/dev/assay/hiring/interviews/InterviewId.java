package dev.assay.hiring.interviews;

import java.util.UUID;

/** Identifies an interview. */
public record InterviewId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
