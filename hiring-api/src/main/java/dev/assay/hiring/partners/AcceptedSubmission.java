package dev.assay.hiring.partners;

import dev.assay.hiring.shared.ApplicationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An application that a partner handed in and that is verified and taken afterwards.
 *
 * @param application what became of it, once it was taken
 * @param refusal the code of why it was not, as in problem documents
 */
public record AcceptedSubmission(
        UUID id,
        State state,
        Instant receivedAt,
        Optional<ApplicationId> application,
        Optional<String> refusal) {

    /** How far it is. */
    public enum State {
        /** It is ours, and will be verified. */
        ACCEPTED("accepted"),
        TAKEN("taken"),
        /** It could not be taken, and never will be. */
        REFUSED("refused");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
