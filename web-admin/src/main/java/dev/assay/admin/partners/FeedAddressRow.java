package dev.assay.admin.partners;

import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An address by which a board fetches a file, but not what it is.
 *
 * @param pulled when it did so last; null when it never did
 */
record FeedAddressRow(String id, String kind, Moment made, @Nullable Moment pulled) {}
