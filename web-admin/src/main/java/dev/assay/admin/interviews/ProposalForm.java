package dev.assay.admin.interviews;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.interviews.InterviewProposal;
import dev.assay.hiring.interviews.Slot;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Times for an interview as a person types them, kept as they were typed until they are right.
 *
 * @param zone the place whose clock they are read off
 */
record ProposalForm(List<Row> rows, String zone, String location, String note) {

    static final int ROWS = 4;

    private static final int LONGEST_LOCATION = 2_000;
    private static final int LONGEST_NOTE = 5_000;
    private static final String UTC = "UTC";

    /** Where people are; without the short and the historical names. */
    static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(id ->
                            id.equals(UTC)
                                    || id.matches(
                                            "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                    .sorted()
                    .toList();

    ProposalForm {
        rows = List.copyOf(rows);
    }

    /** A time from and to on a day. */
    record Row(String day, String from, String to) {

        boolean isBlank() {
            return day.isEmpty() && from.isEmpty() && to.isEmpty();
        }
    }

    static ProposalForm typed(Map<String, String> typed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(
                    new Row(
                            Typed.text(typed.get("day-" + i)),
                            Typed.text(typed.get("from-" + i)),
                            Typed.text(typed.get("to-" + i))));
        }
        return new ProposalForm(
                rows,
                typed.getOrDefault("zone", UTC),
                Typed.text(typed.get("location")),
                Typed.text(typed.get("note")));
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    InterviewProposal proposal() {
        List<Fault> faults = new ArrayList<>();
        List<Slot> slots = slots(faults);
        if (slots.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("/slots", "must be one at least"));
        }
        if (location.isEmpty() || location.length() > LONGEST_LOCATION) {
            faults.add(new Fault("/location", "must have 1 to 2,000 characters"));
        }
        if (note.length() > LONGEST_NOTE) {
            faults.add(new Fault("/note", "must have 5,000 characters at most"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new InterviewProposal(
                slots, location, note.isEmpty() ? Optional.empty() : Optional.of(note));
    }

    private List<Slot> slots(List<Fault> faults) {
        if (!ZONES.contains(zone)) {
            faults.add(new Fault("/zone", "must be chosen"));
            return List.of();
        }
        List<Slot> slots = new ArrayList<>();
        for (Row row : rows) {
            if (row.isBlank()) {
                continue;
            }
            try {
                Instant start = instant(row.day(), row.from());
                Instant end = instant(row.day(), row.to());
                if (start.isBefore(end)) {
                    slots.add(new Slot(start, end));
                    continue;
                }
                faults.add(new Fault("/slots", "must end after they begin, on the same day"));
            } catch (DateTimeException incomplete) {
                faults.add(new Fault("/slots", "must each have a day, a beginning and an end"));
            }
        }
        return slots;
    }

    private Instant instant(String day, String time) {
        return LocalDate.parse(day)
                .atTime(LocalTime.parse(time))
                .atZone(ZoneId.of(zone))
                .toInstant();
    }
}
