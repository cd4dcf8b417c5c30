package dev.assay.hiring.mappings;

import java.util.UUID;

/** One entry of an employer's catalogue of achievements. */
public record MappingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
