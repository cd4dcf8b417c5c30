package dev.assay.hiring.postings;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where postings go, each with its own idea of what a posting has to say. */
public enum Outlet {
    INDEED("indeed", "Indeed-style XML"),
    LINKEDIN("linkedin", "LinkedIn-style XML"),
    RSS("rss", "RSS"),
    SEARCH("search", "Search engines, by the posting's page");

    private final String wireName;
    private final String title;

    Outlet(String wireName, String title) {
        this.wireName = wireName;
        this.title = title;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** In words, for people. */
    public String title() {
        return title;
    }
}
