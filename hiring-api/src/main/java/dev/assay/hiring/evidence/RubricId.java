package dev.assay.hiring.evidence;

import java.util.UUID;

/** One of an employer's rubrics. */
public record RubricId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
