package dev.assay.hiring.shared;

import java.util.UUID;

/** A person whose data we hold: the owner of a data key. Not a user of the platform. */
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
