package dev.assay.hiring.partners;

import java.time.Instant;
import java.util.Optional;

/**
 * How a partner fetched an employer's postings last.
 *
 * @param etag which file it was; empty when that was not noted yet, and for the list
 * @param items how many it has since
 * @param rejected how many open postings were left out, since boards would refuse them
 */
public record FeedPull(PullKind kind, Instant at, Optional<String> etag, int items, int rejected) {}
