package dev.assay.credential.source;

import tools.jackson.databind.JsonNode;

/**
 * Who knows whether a credential was revoked or suspended. Anything but a clear answer must be
 * {@link Answer.Unavailable}: an unknown status type or an unreachable list is never {@link
 * Answer.Clear}.
 */
@FunctionalInterface
public interface StatusSource {

    /** Asked for each {@code credentialStatus} entry. */
    Answer statusOf(JsonNode entry, String issuerId);

    static StatusSource none() {
        return (_, _) -> new Answer.Unavailable("status lists are not consulted");
    }

    /** What the status entry came to. */
    sealed interface Answer {
        record Clear() implements Answer {}

        record Revoked(String detail) implements Answer {}

        record Suspended(String detail) implements Answer {}

        record Unavailable(String reason) implements Answer {}
    }
}
