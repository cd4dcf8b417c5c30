package dev.assay.hiring.interviews;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** An interview as an iCalendar object with one event (RFC 5545). */
final class CalendarText {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private CalendarText() {}

    /** Empty while no time has been taken; one that was called off says so. */
    static Optional<String> of(Interview interview, String jobTitle) {
        return interview.booked().map(slot -> text(interview, slot, jobTitle));
    }

    private static String text(Interview interview, Slot slot, String jobTitle) {
        boolean cancelled = interview.state() == InterviewState.CANCELLED;
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Assay//Interviews//EN");
        line(text, "METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"));
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + interview.id() + "@assay");
        line(text, "SEQUENCE:" + (interview.version().value() - 1));
        line(text, "DTSTAMP:" + utc(interview.updatedAt()));
        line(text, "DTSTART:" + utc(slot.start()));
        line(text, "DTEND:" + utc(slot.end()));
        line(text, "SUMMARY:" + escaped("Interview: " + jobTitle));
        interview.location().ifPresent(place -> line(text, "LOCATION:" + escaped(place)));
        interview.note().ifPresent(note -> line(text, "DESCRIPTION:" + escaped(note)));
        line(text, "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** Section 3.3.11; other control characters have no place in a text. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replaceAll("[\\r\\n]", "\\\\n")
                .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "");
    }

    /** Section 3.1: a line has at most 75 octets; what is longer goes on after a space. */
    private static void line(StringBuilder text, String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            int point = content.codePointAt(at);
            String letter = Character.toString(point);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
            at += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
