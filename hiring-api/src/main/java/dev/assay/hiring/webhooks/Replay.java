package dev.assay.hiring.webhooks;

import java.util.UUID;

/** What is to be sent once more. */
public sealed interface Replay {

    /** One event that is in the endpoint's log. */
    record OfEvent(UUID event) implements Replay {}

    /** Whatever the endpoint wants of the events with these numbers, both ends among them. */
    record OfRange(long from, long to) implements Replay {

        /** How many numbers one replay covers at most. */
        public static final long LONGEST = 10_000;
    }

    /** All that were given up. */
    record OfFailed() implements Replay {}
}
