package dev.assay.hiring.partners;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.hiring.postings.FeedKind;
import java.util.Optional;

/** The ways in which a partner fetches postings: each kind of file, and the list of JSON. */
public enum PullKind {
    INDEED,
    LINKEDIN,
    RSS,
    LIST;

    static PullKind of(FeedKind file) {
        return switch (file) {
            case INDEED -> INDEED;
            case LINKEDIN -> LINKEDIN;
            case RSS -> RSS;
        };
    }

    /** The file; empty for the list, which is none and leaves nothing out. */
    public Optional<FeedKind> file() {
        return switch (this) {
            case INDEED -> Optional.of(FeedKind.INDEED);
            case LINKEDIN -> Optional.of(FeedKind.LINKEDIN);
            case RSS -> Optional.of(FeedKind.RSS);
            case LIST -> Optional.empty();
        };
    }

    @JsonValue
    public String wireName() {
        return file().map(FeedKind::wireName).orElse("list");
    }

    /** In words, for people. */
    public String title() {
        return file().map(file -> file.outlet().title()).orElse("The list of postings (JSON)");
    }
}
