package dev.assay.admin.shell;

import org.jspecify.annotations.Nullable;

/**
 * A page that says what went wrong and what to do about it.
 *
 * @param retry where trying again makes sense; null where it does not
 * @param traceId what finds the request in our logs; shown when something broke on our side
 */
public record Trouble(
        String icon, String title, String text, @Nullable String retry, @Nullable String traceId) {

    /** The template that shows it. */
    public static final String VIEW = "shell/trouble";

    /** The model attribute that template reads. */
    public static final String ATTRIBUTE = "trouble";
}
