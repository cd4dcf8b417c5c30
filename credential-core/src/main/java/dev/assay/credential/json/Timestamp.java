package dev.assay.credential.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** XSD {@code dateTimeStamp}: seconds and a time zone are not optional, so it means one instant. */
public final class Timestamp {

    private static final String SECONDS = "dddd-dd-ddTdd:dd:dd";
    private static final String OFFSET = "dd:dd";
    private static final int MAX_FRACTION = 9;

    private Timestamp() {}

    /** Empty for anything that does not mean exactly one instant. */
    public static Optional<Instant> parse(String text) {
        int zone = SECONDS.length();
        if (!isShaped(text, 0, SECONDS)) {
            return Optional.empty();
        }
        int nanos = 0;
        if (zone < text.length() && text.charAt(zone) == '.') {
            int start = ++zone;
            for (; zone < text.length() && isDigit(text.charAt(zone)); zone++) {
                nanos = zone - start < MAX_FRACTION ? nanos * 10 + digit(text, zone) : nanos;
            }
            if (zone == start || zone - start > MAX_FRACTION) {
                return Optional.empty();
            }
            for (int i = zone - start; i < MAX_FRACTION; i++) {
                nanos *= 10;
            }
        }
        try {
            var local =
                    LocalDateTime.of(
                            100 * two(text, 0) + two(text, 2),
                            two(text, 5),
                            two(text, 8),
                            two(text, 11),
                            two(text, 14),
                            two(text, 17),
                            nanos);
            return offset(text, zone).map(local::toInstant);
        } catch (DateTimeException _) {
            return Optional.empty(); // the 31st of February
        }
    }

    private static Optional<ZoneOffset> offset(String text, int at) {
        if (at + 1 == text.length() && text.charAt(at) == 'Z') {
            return Optional.of(ZoneOffset.UTC);
        }
        if (at + 1 + OFFSET.length() != text.length() || !isShaped(text, at + 1, OFFSET)) {
            return Optional.empty();
        }
        int hours = two(text, at + 1);
        int minutes = two(text, at + 4);
        return switch (text.charAt(at)) {
            case '+' -> Optional.of(ZoneOffset.ofHoursMinutes(hours, minutes));
            case '-' -> Optional.of(ZoneOffset.ofHoursMinutes(-hours, -minutes));
            default -> Optional.empty();
        };
    }

    /** Whether the text has that shape there, {@code d} standing for a digit. */
    private static boolean isShaped(String text, int start, String shape) {
        if (text.length() - start < shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(start + i);
            if (shape.charAt(i) == 'd' ? !isDigit(c) : c != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    private static int two(String text, int at) {
        return 10 * digit(text, at) + digit(text, at + 1);
    }
}
