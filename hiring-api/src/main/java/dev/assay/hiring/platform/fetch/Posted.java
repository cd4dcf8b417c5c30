package dev.assay.hiring.platform.fetch;

import java.util.Optional;

/** What posting something came to. */
public sealed interface Posted {

    /**
     * The host answered.
     *
     * @param retryAfter the header of that name, as it came
     * @param beginning of what it said: a stranger's text, to be shown as such and not believed
     */
    record Answered(int status, Optional<String> retryAfter, String beginning) implements Posted {}

    /** The host did not answer, or was never asked. */
    record Failed(FetchFault fault) implements Posted {}
}
