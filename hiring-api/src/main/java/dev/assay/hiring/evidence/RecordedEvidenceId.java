package dev.assay.hiring.evidence;

import java.util.UUID;

/** One item of evidence that an employer recorded. */
public record RecordedEvidenceId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
