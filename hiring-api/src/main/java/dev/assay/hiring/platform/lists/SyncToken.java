package dev.assay.hiring.platform.lists;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/**
 * How far a caller's copy of a list goes: up to which event. Opaque to callers. It carries no
 * authority, as it is only ever compared within the caller's own employer.
 *
 * @param list of which employer's list it is, narrowed to what
 * @param reach which jobs the caller saw
 */
record SyncToken(long sequence, Instant issued, String list, String reach) {

    /** How long a token is good. */
    static final Duration GOOD_FOR = Duration.ofDays(90);

    private static final int PARTS = 4;

    String encoded() {
        return PageCursor.of(sequence, issued.getEpochSecond(), list, reach).encoded();
    }

    /**
     * @throws BadRequest when it is no token of this list with these filters
     * @throws Refusal when it was one, and the copy has to be made anew
     */
    static SyncToken parse(String text, String list, String reach, Instant now) {
        SyncToken token = parse(text);
        if (!token.list().equals(list)) {
            throw foreign();
        }
        if (!token.reach().equals(reach)) {
            throw expired("Which jobs you see has changed since this token was given out.");
        }
        if (token.issued().plus(GOOD_FOR).isBefore(now)) {
            throw expired("This token is older than " + GOOD_FOR.toDays() + " days.");
        }
        return token;
    }

    static Refusal expired(String why) {
        return new Refusal(
                HttpStatus.GONE,
                "sync-token-expired",
                why + " Read the list anew, from its first page.");
    }

    private static SyncToken parse(String text) {
        try {
            PageCursor parts = PageCursor.parse(text, PARTS);
            return new SyncToken(
                    parts.part(0, Long::parseLong),
                    parts.part(1, second -> Instant.ofEpochSecond(Long.parseLong(second))),
                    parts.key().get(2),
                    parts.key().get(3));
        } catch (InvalidInput notOurs) {
            throw foreign();
        }
    }

    private static BadRequest foreign() {
        return new BadRequest(
                "foreign-sync-token",
                "This list, with these filters, gave out no such token. Read it anew, from its first page.");
    }
}
