package dev.assay.hiring.partners;

import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file of postings that can be written: which, but not what they say.
 *
 * @param etag changes when any posting in it does
 */
public record PreparedFeed(
        FeedKind kind, UUID partner, Instant builtAt, String etag, int items, List<Part> parts) {

    public PreparedFeed {
        parts = List.copyOf(parts);
    }

    /**
     * One employer's part.
     *
     * @param rejected how many open postings are left out, since boards would refuse them
     */
    record Part(Actor.Partner grant, List<UUID> postings, int items, int rejected) {

        Part {
            postings = List.copyOf(postings);
        }
    }
}
