package dev.assay.hiring.disputes;

import java.util.UUID;

/** Names a dispute. */
public record DisputeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
