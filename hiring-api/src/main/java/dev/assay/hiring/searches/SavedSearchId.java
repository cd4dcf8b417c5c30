package dev.assay.hiring.searches;

import java.util.UUID;

/** Names a saved search. */
public record SavedSearchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
