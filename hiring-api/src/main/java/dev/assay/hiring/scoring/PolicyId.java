package dev.assay.hiring.scoring;

import java.util.UUID;

/** One version of an employer's scoring policy. */
public record PolicyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
