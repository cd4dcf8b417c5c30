package dev.assay.hiring.postings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of all postings that job boards fetch. */
public enum FeedKind {
    INDEED(Outlet.INDEED, "application/xml"),
    LINKEDIN(Outlet.LINKEDIN, "application/xml"),
    RSS(Outlet.RSS, "application/rss+xml");

    private final Outlet outlet;
    private final String mediaType;

    FeedKind(Outlet outlet, String mediaType) {
        this.outlet = outlet;
        this.mediaType = mediaType;
    }

    public Outlet outlet() {
        return outlet;
    }

    @JsonValue
    public String wireName() {
        return outlet.wireName();
    }

    public String mediaType() {
        return mediaType + ";charset=UTF-8";
    }

    /**
     * How many items a posting is in such a file: boards want one a place; 0 when it is refused.
     */
    public int items(Posting posting) {
        if (!PostingLinter.isTaken(outlet, posting)) {
            return 0;
        }
        return this == RSS ? 1 : posting.job().content().locations().size();
    }

    /** Why it is refused; empty when it is in the file. */
    public List<PostingFault> refusals(Posting posting) {
        return PostingLinter.of(outlet, posting).stream().filter(PostingFault::rejected).toList();
    }

    public static Optional<FeedKind> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }
}
