package dev.assay.admin.partners;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a board fetches one kind of file, or the list, and what that leaves out now.
 *
 * @param etag which file it has; null of the list, and when it was not noted yet
 * @param items how many postings it got
 * @param rejected how many open ones were left out then
 * @param missing those that would be left out now, or the first of them
 */
record FeedLine(
        String kind,
        Moment pulled,
        @Nullable String etag,
        Badge state,
        int items,
        int rejected,
        List<Missing> missing) {

    FeedLine {
        missing = List.copyOf(missing);
    }

    /** A posting that is left out, and what to do about it. */
    record Missing(String job, String title, List<String> reasons) {

        Missing {
            reasons = List.copyOf(reasons);
        }
    }
}
