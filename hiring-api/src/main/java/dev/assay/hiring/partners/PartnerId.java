package dev.assay.hiring.partners;

import java.util.UUID;

/** One job board. */
public record PartnerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
