package dev.assay.hiring.offers;

import java.util.UUID;

/** One hire. */
public record HireId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
