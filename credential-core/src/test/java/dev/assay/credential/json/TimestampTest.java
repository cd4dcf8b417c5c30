package dev.assay.credential.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    @ParameterizedTest
    @CsvSource({
        "2026-01-10T08:00:00Z, 2026-01-10T08:00:00Z",
        "2026-01-10T08:00:00.5+02:00, 2026-01-10T06:00:00.500Z",
        "2026-01-10T08:00:00.123456789-18:00, 2026-01-11T02:00:00.123456789Z",
        "2024-02-29T23:59:59-00:30, 2024-03-01T00:29:59Z"
    })
    void meansOneInstant(String text, Instant instant) {
        assertThat(Timestamp.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-10",
                "2026-01-10T08:00:00",
                "2026-01-10T08:00Z",
                "2026-01-10T08:00:00.Z",
                "2026-01-10T08:00:00.1234567890Z",
                "2026-01-10T24:00:00Z",
                "2026-01-10T08:00:60Z",
                "2026-02-30T08:00:00Z",
                "2026-01-10T08:00:00+18:01",
                "2026-01-10T08:00:00+02",
                "2026-01-10T08:00:00+02:00:00",
                "2026-01-10t08:00:00Z",
                "2026-01-10T08:00:00z",
                " 2026-01-10T08:00:00Z",
                "2026-01-10T08:00:00Z ",
                "+2026-01-10T08:00:00Z",
                "２026-01-10T08:00:00Z"
            })
    void isNothingElse(String text) {
        assertThat(Timestamp.parse(text)).isEmpty();
    }

    /** Holds against the JDK's own parser, over texts that are right or nearly so. */
    @Property(tries = 1_000)
    void isWhatTheJdkReads(@ForAll long seed) {
        var text = text(new Random(seed));

        assertThat(Timestamp.parse(text)).as(text).isEqualTo(byTheJdk(text));
    }

    private static Optional<Instant> byTheJdk(String text) {
        try {
            return SHAPE.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(Random random) {
        var text =
                new StringBuilder(
                        "%04d-%02d-%02dT%02d:%02d:%02d"
                                .formatted(
                                        random.nextInt(10_000),
                                        random.nextInt(14),
                                        random.nextInt(33),
                                        random.nextInt(25),
                                        random.nextInt(61),
                                        random.nextInt(61)));
        if (random.nextBoolean()) {
            text.append('.').append("12345678901".substring(0, random.nextInt(12)));
        }
        text.append(
                random.nextBoolean()
                        ? "Z"
                        : "%s%02d:%02d"
                                .formatted(
                                        random.nextBoolean() ? "+" : "-",
                                        random.nextInt(20),
                                        random.nextInt(61)));
        if (random.nextInt(10) == 0) {
            text.setCharAt(random.nextInt(text.length()), "-Z:. 0x".charAt(random.nextInt(7)));
        }
        return text.toString();
    }
}
