package dev.assay.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** RFC 5545: lines end with CR LF and have 75 octets at most (3.1); texts are escaped (3.3.11). */
class CalendarTextTest {

    private static final Slot SLOT =
            new Slot(Instant.parse("2036-01-11T09:00:00Z"), Instant.parse("2036-01-11T10:30:00Z"));
    private static final UUID ID = UUID.fromString("019e0000-0000-7000-8000-000000000001");

    @Test
    void saysWhenAndWhereInUtc() {
        assertThat(text(InterviewState.BOOKED, "Room 4; left, then \\ up\nring twice", "Analyst"))
                .isEqualTo(
                        String.join(
                                "\r\n",
                                "BEGIN:VCALENDAR",
                                "VERSION:2.0",
                                "PRODID:-//Assay//Interviews//EN",
                                "METHOD:PUBLISH",
                                "BEGIN:VEVENT",
                                "UID:" + ID + "@assay",
                                "SEQUENCE:1",
                                "DTSTAMP:20251231T235959Z",
                                "DTSTART:20360111T090000Z",
                                "DTEND:20360111T103000Z",
                                "SUMMARY:Interview: Analyst",
                                "LOCATION:Room 4\\; left\\, then \\\\ up\\nring twice",
                                "STATUS:CONFIRMED",
                                "END:VEVENT",
                                "END:VCALENDAR",
                                ""));
    }

    @Test
    void takesAnInterviewThatWasCalledOffOutOfCalendars() {
        assertThat(text(InterviewState.CANCELLED, "Room 4", "Analyst"))
                .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n");
    }

    @Test
    void hasNothingToSayBeforeATimeIsTaken() {
        assertThat(CalendarText.of(interview(InterviewState.PROPOSED, "x", Optional.empty()), "A"))
                .isEmpty();
    }

    @Test
    void foldsLongLinesWithoutBreakingALetter() {
        String title = "Übersetzerin für Zürich 🧭 ".repeat(12).strip();
        String text = text(InterviewState.BOOKED, "Room 4", title);

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                .isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:Interview: " + title + "\r\n");
        assertThat(text).contains("\r\n ");
    }

    @Test
    void nobodyWritesLinesOfTheirOwnIntoIt() {
        String text = text(InterviewState.BOOKED, "x\r\nATTENDEE:mailto:eve\rY:1\u0000", "A");

        assertThat(text).contains("LOCATION:x\\nATTENDEE:mailto:eve\\nY:1\r\n");
    }

    private static String text(InterviewState state, String location, String title) {
        return CalendarText.of(interview(state, location, Optional.of(SLOT)), title).orElseThrow();
    }

    private static Interview interview(
            InterviewState state, String location, Optional<Slot> booked) {
        return new Interview(
                new InterviewId(ID),
                new ApplicationId(UUID.randomUUID()),
                new CandidateId(UUID.randomUUID()),
                state,
                List.of(SLOT),
                booked,
                Optional.of(location),
                Optional.empty(),
                new Version(2),
                Instant.parse("2025-12-31T23:59:59Z"),
                Instant.parse("2025-12-31T23:59:59Z"));
    }
}
