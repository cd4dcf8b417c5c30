package dev.assay.hiring.postings;

import java.net.URI;
import java.time.Instant;

/**
 * What a file of postings says of itself.
 *
 * @param items how many it holds, so that whoever gets a part of it can tell
 */
public record FeedHead(URI publisher, Instant builtAt, int items) {}
