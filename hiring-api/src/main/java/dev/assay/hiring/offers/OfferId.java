package dev.assay.hiring.offers;

import java.util.UUID;

/** One offer. */
public record OfferId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
