package dev.assay.hiring.shared;

import java.util.UUID;

/**
 * One candidate's application to one job. Shared, because evidence below the applications feature
 * is filed under it.
 */
public record ApplicationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
