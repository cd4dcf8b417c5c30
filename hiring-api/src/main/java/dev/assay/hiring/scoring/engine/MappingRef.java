package dev.assay.hiring.scoring.engine;

import java.util.UUID;

/** One version of an employer's confirmation of what an achievement shows. */
public record MappingRef(UUID id, int version) {
    public MappingRef {
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, but is " + version);
        }
    }

    /** How documents and the canonical inputs name it. */
    @Override
    public String toString() {
        return id + "/" + version;
    }
}
