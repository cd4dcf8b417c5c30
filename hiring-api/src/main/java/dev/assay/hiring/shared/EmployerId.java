package dev.assay.hiring.shared;

import java.util.UUID;

/** The tenant: one employer. */
public record EmployerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
