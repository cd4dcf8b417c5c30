package dev.assay.hiring.selfservice;

import java.util.UUID;

/** Names a link that was issued to a candidate; not what opens it. */
public record CandidateLinkId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
