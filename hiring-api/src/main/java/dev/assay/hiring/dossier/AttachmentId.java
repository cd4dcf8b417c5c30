package dev.assay.hiring.dossier;

import java.util.UUID;

/** One attachment. */
public record AttachmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
