package dev.assay.hiring.jobs;

import java.util.UUID;

/** One stage of one job. */
public record StageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
