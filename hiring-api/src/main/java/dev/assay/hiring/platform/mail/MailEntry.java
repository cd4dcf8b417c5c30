package dev.assay.hiring.platform.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery log.
 *
 * @param textVersion digest of the text it was made from; null until it was sent
 * @param attempts how often delivery was tried
 * @param fault a stable code of what went wrong last; null when nothing did
 * @param settledAt when it was sent or given up
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
        @Nullable Instant settledAt) {}
