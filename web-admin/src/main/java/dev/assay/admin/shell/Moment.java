package dev.assay.admin.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * An instant as a page shows it: in words, with the exact instant beside it. The words are in UTC
 * and say so; the page's script puts them into the reader's own zone.
 *
 * @param at the instant
 * @param seen when the page was made, for {@link #ago}
 */
public record Moment(Instant at, Instant seen) {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    public String text() {
        return TEXT.format(at);
    }

    public String day() {
        return DAY.format(at);
    }

    public String exact() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long ago, in one figure: {@code 5 min}, {@code 3 h}, {@code 2 d}. */
    public String ago() {
        Duration since = Duration.between(at, seen);
        if (since.toMinutes() < 1) {
            return "now";
        }
        if (since.toHours() < 1) {
            return since.toMinutes() + " min";
        }
        if (since.toDays() < 1) {
            return since.toHours() + " h";
        }
        return since.toDays() + " d";
    }
}
