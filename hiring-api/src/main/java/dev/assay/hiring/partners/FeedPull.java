package dev.assay.hiring.partners;

import dev.assay.hiring.postings.FeedKind;
import java.time.Instant;

/**
 * How a partner fetched an employer's postings last.
 *
 * @param items how many it got
 * @param rejected how many open postings were left out, since boards would refuse them
 */
public record FeedPull(FeedKind kind, Instant at, int items, int rejected) {}
