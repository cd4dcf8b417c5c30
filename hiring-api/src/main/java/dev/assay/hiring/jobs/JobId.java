package dev.assay.hiring.jobs;

import java.util.UUID;

/** One posting. */
public record JobId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
