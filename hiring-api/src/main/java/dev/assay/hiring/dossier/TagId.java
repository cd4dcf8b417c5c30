package dev.assay.hiring.dossier;

import java.util.UUID;

/** One tag. */
public record TagId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
