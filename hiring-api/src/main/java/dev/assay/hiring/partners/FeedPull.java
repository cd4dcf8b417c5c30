package dev.assay.hiring.partners;

import dev.assay.hiring.postings.FeedKind;
import java.time.Instant;
import java.util.Optional;

/**
 * How a partner fetched an employer's postings last.
 *
 * @param etag which file it was; empty when that was not noted yet
 * @param items how many it got
 * @param rejected how many open postings were left out, since boards would refuse them
 */
public record FeedPull(FeedKind kind, Instant at, Optional<String> etag, int items, int rejected) {}
