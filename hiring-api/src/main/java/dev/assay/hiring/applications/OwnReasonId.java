package dev.assay.hiring.applications;

import java.util.UUID;

/** One of an employer's own reasons. */
public record OwnReasonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
