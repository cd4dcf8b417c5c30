package dev.assay.hiring.dossier;

import java.time.Instant;

/**
 * A file that is kept about a candidate; shown, and never scored.
 *
 * @param name made safe to save it under
 * @param mediaType what its bytes are, whatever it was called
 */
public record Attachment(
        AttachmentId id,
        Owner about,
        String name,
        String mediaType,
        int size,
        String addedBy,
        Instant addedAt) {

    /** Called after what it is, and not as whoever sent it called it. */
    Attachment unnamed() {
        return new Attachment(
                id,
                about,
                "file." + FileKind.ofMediaType(mediaType).extensions().getFirst(),
                mediaType,
                size,
                addedBy,
                addedAt);
    }

    /** Without what it is called. */
    @Override
    public String toString() {
        return "Attachment[%s]".formatted(id);
    }
}
