package dev.assay.hiring.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody noted about a candidate. Never changed; withdrawn at most.
 *
 * @param text empty once it was withdrawn, or the candidate erased; and of others' notes while the
 *     candidate is reviewed blind
 */
public record Note(
        NoteId id,
        Owner about,
        Optional<String> text,
        String writtenBy,
        Instant writtenAt,
        Optional<Instant> withdrawnAt) {

    Note withoutText() {
        return new Note(id, about, Optional.empty(), writtenBy, writtenAt, withdrawnAt);
    }

    /** Without what was noted. */
    @Override
    public String toString() {
        return "Note[%s]".formatted(id);
    }
}
