package dev.assay.hiring.platform.operations;

import java.util.UUID;

/** Names an operation. */
public record OperationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
