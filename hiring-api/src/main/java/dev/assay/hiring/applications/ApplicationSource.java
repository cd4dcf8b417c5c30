package dev.assay.hiring.applications;

import org.jspecify.annotations.Nullable;

/** How an application came in. */
public record ApplicationSource(String channel, @Nullable String reference) {

    /** The channel of an application whose candidate was erased: its words may name a person. */
    public static final String ERASED = "erased";
}
