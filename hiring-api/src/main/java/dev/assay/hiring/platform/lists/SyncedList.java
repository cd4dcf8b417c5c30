package dev.assay.hiring.platform.lists;

import dev.assay.hiring.platform.events.TouchedThing;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A list that {@link SyncedLists} reads for a caller. Called inside the employer's transaction. */
public interface SyncedList<T> {

    Page<T> page(Optional<PageCursor> after);

    /** The kinds of things whose events may change what the list shows. */
    Set<String> kinds();

    /** Which items these events may have changed; one too many does no harm. */
    Set<UUID> touched(Collection<TouchedThing> things);

    /** Those of these items that are in the list as it is now. */
    List<T> now(Set<UUID> ids);

    UUID idOf(T item);
}
