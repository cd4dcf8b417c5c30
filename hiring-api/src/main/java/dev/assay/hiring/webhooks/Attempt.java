package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.fetch.Posted;
import dev.assay.hiring.shared.NewIds;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One try to send a message, and what it came to.
 *
 * @param sequence the event's number; empty for a ping
 * @param message its id
 * @param status what was answered; empty when nothing was
 * @param fault why nothing was answered
 * @param response the beginning of what was said to a message that was not taken
 */
public record Attempt(
        UUID id,
        OptionalLong sequence,
        UUID message,
        Instant at,
        int millis,
        Optional<Integer> status,
        Optional<String> fault,
        Optional<String> response) {

    private static final int LONGEST_RESPONSE = 300;

    static Attempt of(OptionalLong sequence, UUID message, Instant at, int millis, Posted posted) {
        return switch (posted) {
            case Posted.Failed(var fault) ->
                    new Attempt(
                            NewIds.next(),
                            sequence,
                            message,
                            at,
                            millis,
                            Optional.empty(),
                            Optional.of(fault.wireName()),
                            Optional.empty());
            case Posted.Answered(int status, _, String beginning) ->
                    new Attempt(
                            NewIds.next(),
                            sequence,
                            message,
                            at,
                            millis,
                            Optional.of(status),
                            Optional.empty(),
                            Optional.of(beginning)
                                    .filter(_ -> status / 100 != 2)
                                    .map(Attempt::safe)
                                    .filter(text -> !text.isEmpty()));
        };
    }

    /** Whether the endpoint took it. */
    public boolean isTaken() {
        return status.filter(code -> code / 100 == 2).isPresent();
    }

    /** On one line, without what could steer a terminal or a page, and not too long. */
    static String safe(String said) {
        StringBuilder kept = new StringBuilder();
        said.codePoints()
                .map(point -> isPlain(point) ? point : ' ')
                .limit(LONGEST_RESPONSE)
                .forEach(kept::appendCodePoint);
        return kept.toString().replaceAll(" +", " ").strip();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
