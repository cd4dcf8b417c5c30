package dev.assay.hiring.shared;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that happened to a person's evidence or applications. It holds ids, codes and figures
 * alone, and nothing that says who they are.
 *
 * @param id of what tells of it: no two of one kind and moment have the same
 * @param application which application it is about, where it is about one
 * @param by whose deed it was, as the audit trail names actors; empty for what nobody did
 * @param detail what more there is to say, by fixed names
 */
public record TimelineEntry(
        TimelineKind kind,
        Instant at,
        UUID id,
        Optional<ApplicationId> application,
        Optional<String> by,
        Map<String, Object> detail) {

    /** Newest first; of one moment by id, as the database orders ids, and then by kind. */
    public static final Comparator<TimelineEntry> NEWEST_FIRST =
            Comparator.comparing(TimelineEntry::position)
                    .thenComparing(entry -> entry.kind().wireName());

    public TimelineEntry {
        // In one order, so that the same entry reads the same.
        detail = Collections.unmodifiableMap(new TreeMap<>(detail));
    }

    /** Where it stands. */
    public Position position() {
        return new Position(at, id);
    }

    /** A place in the order of a timeline: newer ones come before older ones. */
    public record Position(Instant at, UUID id) implements Comparable<Position> {

        private static final Comparator<Position> ORDER =
                Comparator.comparing(Position::at)
                        // As text, because Java compares the halves of ids as signed numbers.
                        .thenComparing(position -> position.id().toString())
                        .reversed();

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }
}
