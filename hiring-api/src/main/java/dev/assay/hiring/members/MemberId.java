package dev.assay.hiring.members;

import java.util.UUID;

/** One person at one employer. */
public record MemberId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
