package dev.assay.hiring.platform.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The header {@code Prefer} (RFC 7240). What we do not know in it, we ignore. */
public final class Preference {

    public static final String HEADER = "Prefer";
    public static final String APPLIED = "Preference-Applied";
    public static final String RESPOND_ASYNC = "respond-async";

    private Preference() {}

    /** Whether the caller would rather be told later (clause 4.1). */
    public static boolean isRespondAsync(@Nullable String prefer) {
        return prefer != null
                && Arrays.stream(prefer.split(","))
                        .map(preference -> preference.split(";", 2)[0].strip())
                        .anyMatch(RESPOND_ASYNC::equalsIgnoreCase);
    }
}
