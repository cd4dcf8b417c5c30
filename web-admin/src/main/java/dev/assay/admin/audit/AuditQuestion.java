package dev.assay.admin.audit;

import dev.assay.hiring.platform.audit.AuditFilter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What the page's form asks for, as it was typed; what is blank does not narrow. */
record AuditQuestion(String action, String subject, String from, String until) {

    AuditQuestion {
        action = action.strip();
        subject = subject.strip();
        from = from.strip();
        until = until.strip();
    }

    /** The fields that cannot be read, each with the key of what it should be. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!subject.isEmpty() && read(subject, UUID::fromString).isEmpty()) {
            faults.put("subject", "audit.fault.subject");
        }
        if (!from.isEmpty() && read(from, LocalDate::parse).isEmpty()) {
            faults.put("from", "audit.fault.day");
        }
        if (!until.isEmpty() && read(until, LocalDate::parse).isEmpty()) {
            faults.put("until", "audit.fault.day");
        }
        return faults;
    }

    /** Days are those of UTC, the last one whole. */
    AuditFilter filter() {
        return new AuditFilter(
                Optional.empty(),
                Optional.of(action).filter(given -> !given.isEmpty()),
                read(subject, UUID::fromString),
                read(from, LocalDate::parse)
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                read(until, LocalDate::parse)
                        .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    public boolean isNarrow() {
        return !(action + subject + from + until).isEmpty();
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
