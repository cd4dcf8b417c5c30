package dev.assay.hiring.platform.mail;

import dev.assay.hiring.shared.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery log.
 *
 * @param textVersion digest of the text it was made from; null until it was sent
 * @param attempts how often delivery was tried
 * @param fault a stable code of what went wrong last; null when nothing did
 * @param settledAt when it was sent or given up
 * @param blind whether it went to somebody whose name and address are withheld at present
 */
public record MailEntry(
        MailId id,
        String kind,
        @Nullable String textVersion,
        String recipient,
        MailState state,
        int attempts,
        @Nullable String fault,
        Instant queuedAt,
        @Nullable Instant settledAt,
        boolean blind) {

    /** In the place of an address that is withheld; nothing is delivered there (RFC 2606). */
    static final String WITHHELD = "withheld@blind.invalid";

    MailEntry shownTo(Actor actor) {
        return blind && actor instanceof Actor.Person
                ? new MailEntry(
                        id,
                        kind,
                        textVersion,
                        WITHHELD,
                        state,
                        attempts,
                        fault,
                        queuedAt,
                        settledAt,
                        true)
                : this;
    }
}
