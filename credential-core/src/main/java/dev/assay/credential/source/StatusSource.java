package dev.assay.credential.source;

import dev.assay.credential.report.CheckCode;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Who knows whether a credential was revoked or suspended. Anything but a clear answer must be
 * {@link Answer.Unavailable}: an unknown status type or an unreachable list is never {@link
 * Answer.Clear}.
 */
@FunctionalInterface
public interface StatusSource {

    /** Asked for each {@code credentialStatus} entry. */
    Answer statusOf(Question question);

    static StatusSource none() {
        return _ ->
                new Answer.Unavailable(
                        CheckCode.STATUS_NOT_CHECKED, "status lists are not consulted");
    }

    /**
     * One status entry and the credential it stands in.
     *
     * @param issuerId who issued the credential; empty text where it names nobody
     * @param credentialId for lists that name credentials instead of numbering them
     */
    record Question(JsonNode entry, String issuerId, Optional<String> credentialId) {}

    /** What the status entry came to. */
    sealed interface Answer {
        /**
         * Neither revoked nor suspended.
         *
         * @param until when to look again, where the list says so
         */
        record Clear(Optional<Instant> until) implements Answer {}

        /** For good. */
        record Revoked(String detail) implements Answer {}

        /**
         * For the time being.
         *
         * @param until when to look again, where the list says so
         */
        record Suspended(String detail, Optional<Instant> until) implements Answer {}

        /**
         * Undecided.
         *
         * @param code a code of an undecided check
         * @param reason the end of a sentence, shown to people
         */
        record Unavailable(CheckCode code, String reason) implements Answer {}
    }
}
