package dev.assay.hiring.dossier;

import java.util.UUID;

/** One note. */
public record NoteId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
