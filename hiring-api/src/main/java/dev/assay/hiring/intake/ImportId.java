package dev.assay.hiring.intake;

import java.util.UUID;

/** Names an import, and the operation that deals with it. */
public record ImportId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
