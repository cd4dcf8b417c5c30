package dev.assay.hiring.jobs;

import java.util.UUID;

/** One stage template. */
public record StageTemplateId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
