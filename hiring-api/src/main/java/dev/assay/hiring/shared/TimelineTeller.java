package dev.assay.hiring.shared;

import java.util.List;

/** A feature that has something to tell in people's timelines. */
public interface TimelineTeller {

    /**
     * What happened within this scope, newest first, with nothing left out between two that are
     * told. Called inside the employer's transaction.
     */
    List<TimelineEntry> tell(Actor actor, TimelineScope scope);
}
