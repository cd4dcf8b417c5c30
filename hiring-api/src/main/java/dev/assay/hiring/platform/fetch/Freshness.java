package dev.assay.hiring.platform.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * For how long a document may be used without asking again (RFC 9111 §4.2, 5.2). Everybody's
 * requests share the documents, so what is for one reader only is not kept; and however long the
 * host says, we ask again after an hour, for what is revoked today must not count until next week.
 */
final class Freshness {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration UNSAID = Duration.ofMinutes(5);

    private Freshness() {}

    /** Empty when the document must not be kept at all. */
    static Optional<Instant> until(ResponseHeaders headers, Instant now) {
        List<String> directives =
                headers.all("Cache-Control").stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                        .toList();
        if (directives.contains("no-store")
                || directives.stream()
                        .anyMatch(d -> d.equals("private") || d.startsWith("private="))
                || headers.all("Vary").stream().anyMatch(line -> line.contains("*"))) {
            return Optional.empty();
        }
        if (directives.stream().anyMatch(d -> d.equals("no-cache") || d.startsWith("no-cache="))) {
            return Optional.of(now);
        }
        Duration said =
                seconds(directives, "s-maxage=")
                        .or(() -> seconds(directives, "max-age="))
                        .map(lifetime -> lifetime.minus(age(headers)))
                        .or(() -> expiry(headers, now))
                        .orElse(UNSAID);
        return Optional.of(now.plus(clamped(said)));
    }

    private static Duration clamped(Duration said) {
        if (said.isNegative()) {
            return Duration.ZERO;
        }
        return said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }

    private static Optional<Duration> seconds(List<String> directives, String name) {
        return directives.stream()
                .filter(directive -> directive.startsWith(name))
                .map(directive -> directive.substring(name.length()).replace("\"", ""))
                .map(Freshness::seconds)
                .findFirst();
    }

    /** What is no number says nothing good: then it is stale. */
    private static Duration seconds(String number) {
        boolean readable = number.matches("[0-9]{1,9}");
        return readable ? Duration.ofSeconds(Long.parseLong(number)) : Duration.ZERO;
    }

    private static Duration age(ResponseHeaders headers) {
        return headers.first("Age").map(Freshness::seconds).orElse(Duration.ZERO);
    }

    private static Optional<Duration> expiry(ResponseHeaders headers, Instant now) {
        return headers.first("Expires")
                .map(text -> {
                    try {
                        Instant expires =
                                DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
                        Instant sent = headers.first("Date").flatMap(Freshness::date).orElse(now);
                        return Duration.between(sent, expires);
                    } catch (DateTimeParseException _) {
                        return Duration.ZERO;
                    }
                });
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
