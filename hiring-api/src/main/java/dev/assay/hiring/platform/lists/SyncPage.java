package dev.assay.hiring.platform.lists;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of a list, or of what changed in it.
 *
 * @param gone what is no longer in the list; always empty when the list itself is read
 * @param next the cursor of the next page
 * @param syncToken on the last page, to ask with for what changes from now on
 */
public record SyncPage<T>(
        List<T> items, List<UUID> gone, Optional<String> next, Optional<String> syncToken) {

    public SyncPage {
        items = List.copyOf(items);
        gone = List.copyOf(gone);
    }
}
