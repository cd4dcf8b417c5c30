package dev.assay.hiring.dossier;

import java.util.UUID;

/** One consent. */
public record ConsentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
