package dev.assay.hiring.webhooks.web;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.webhooks.Replay;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to send once more: one event, a range of numbers, or all that were given up. */
record ReplayRequest(
        @Nullable UUID eventId,
        @Nullable @Min(1) Long from,
        @Nullable @Min(1) Long to,
        @Nullable Boolean failed) {

    Replay replay() {
        boolean all = Boolean.TRUE.equals(failed);
        if (eventId != null && from == null && to == null && !all) {
            return new Replay.OfEvent(eventId);
        }
        if (eventId == null && from != null && to != null && !all) {
            return new Replay.OfRange(from, to);
        }
        if (eventId == null && from == null && to == null && all) {
            return new Replay.OfFailed();
        }
        throw new InvalidInput(
                "", "names one event by eventId, a range by from and to, or failed as true");
    }
}
