package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.fetch.Posted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What an endpoint's answer means. */
sealed interface Verdict {

    /** It has heard. */
    record Heard() implements Verdict {}

    /** It takes nothing at present: whatever waits for it, waits on. */
    record Away(Duration asked) implements Verdict {}

    /** It did not take this one; others it may take. */
    record Refused() implements Verdict {}

    /** It wants to hear nothing any more. */
    record Gone() implements Verdict {}

    /** A redirect is a refusal: the address is to be told to us, not followed. */
    static Verdict of(Posted posted, Instant now) {
        return switch (posted) {
            case Posted.Failed _ -> new Away(Duration.ZERO);
            case Posted.Answered(int status, var retryAfter, _) -> {
                if (status / 100 == 2) {
                    yield new Heard();
                }
                if (status == 410) {
                    yield new Gone();
                }
                boolean away = status / 100 == 5 || status == 408 || status == 425 || status == 429;
                yield away
                        ? new Away(
                                retryAfter.flatMap(text -> wait(text, now)).orElse(Duration.ZERO))
                        : new Refused();
            }
        };
    }

    /** Seconds, or a date (RFC 9110, clause 10.2.3); anything else is not heard. */
    private static Optional<Duration> wait(String text, Instant now) {
        String value = text.strip();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Duration until =
                    Duration.between(
                            now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(until).filter(Duration::isPositive);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
