package dev.assay.hiring.interviews;

import java.time.Instant;

/** A time an interview may be at. */
public record Slot(Instant start, Instant end) {

    public Slot {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a slot begins before it ends");
        }
    }
}
