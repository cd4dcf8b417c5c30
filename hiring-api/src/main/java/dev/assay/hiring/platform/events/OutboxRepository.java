package dev.assay.hiring.platform.events;

import static dev.assay.db.jooq.Tables.OUTBOX_EVENT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import dev.assay.hiring.platform.ledger.LedgerNotes;
import dev.assay.hiring.platform.persistence.UuidArray;
import dev.assay.hiring.platform.trace.TraceId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.slf4j.MDC;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OutboxRepository {

    /** People's role may give no number. */
    private static final String EACH =
            """
            insert into outbox_event (employer_id, id, occurred_at, type, subject_kind, subject_id, data, trace_id)
            select ?, one.id, ?, ?, ?, one.subject_id, cast(one.data as jsonb), one.trace_id
            from unnest(?, ?, ?, ?) as one (id, subject_id, data, trace_id)
            """;

    private static final String EACH_AND_NOTE = LedgerNotes.WITH_NOTE + EACH;

    private static final String EACH_NUMBERED =
            """
            insert into outbox_event
                (employer_id, id, occurred_at, type, subject_kind, subject_id, data, trace_id, sequence)
            select ?, one.id, ?, ?, ?, one.subject_id, cast(one.data as jsonb), ?, cast(? as bigint) + one.place
            from unnest(?, ?, ?) with ordinality as one (id, subject_id, data, place)
            """;

    private static final String NUMBER =
            """
            update outbox_event set sequence = ? + one.place
            from unnest(?) with ordinality as one (id, place)
            where outbox_event.employer_id = ? and outbox_event.id = one.id and outbox_event.sequence is null
            """;

    private final DSLContext sql;
    private final LedgerNotes notes;
    private final JsonMapper json;
    private final Clock clock;

    OutboxRepository(DSLContext sql, LedgerNotes notes, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.notes = notes;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param last the number before the first one's; empty when they get theirs later, for which a
     *     note is left
     */
    void insertEach(
            EmployerId employer,
            String type,
            String subjectKind,
            Map<UUID, String> data,
            Map<UUID, String> traces,
            OptionalLong last) {
        boolean note = last.isEmpty() && notes.isFirst();
        List<UUID> ids = data.keySet().stream().map(_ -> NewIds.next()).toList();
        String[] texts = data.values().toArray(String[]::new);
        // The driver sends such arrays as they are; jOOQ would write each into a text literal.
        sql.connection(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            last.isPresent() ? EACH_NUMBERED : note ? EACH_AND_NOTE : EACH)) {
                OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
                int at = 1;
                for (Object value : note ? notes.values(employer) : List.of()) {
                    insert.setObject(at++, value);
                }
                insert.setObject(at++, employer.value());
                insert.setObject(at++, now);
                insert.setString(at++, type);
                insert.setString(at++, subjectKind);
                if (last.isPresent()) {
                    insert.setString(at++, MDC.get(TraceId.LOG_KEY));
                    insert.setLong(at++, last.getAsLong());
                }
                insert.setArray(at++, UuidArray.of(connection, ids));
                insert.setArray(at++, UuidArray.of(connection, data.keySet()));
                insert.setArray(at++, connection.createArrayOf("text", texts));
                if (last.isEmpty()) {
                    insert.setArray(
                            at,
                            connection.createArrayOf("text", TraceId.each(data.keySet(), traces)));
                }
                insert.executeUpdate();
            }
        });
    }

    /** The page's cursor is the last sequence number itself. */
    Page<Event> after(EmployerId employer, long after, Optional<String> type, PageSize size) {
        Condition matches = OUTBOX_EVENT.SEQUENCE.gt(after);
        if (type.isPresent()) {
            matches = matches.and(OUTBOX_EVENT.TYPE.eq(type.get()));
        }
        return Page.of(
                numbered(employer, matches, size.plusOne()),
                size,
                event -> PageCursor.of(event.sequence()));
    }

    List<Event> following(EmployerId employer, long after, int atMost) {
        return numbered(employer, OUTBOX_EVENT.SEQUENCE.gt(after), atMost);
    }

    List<Event> numbered(EmployerId employer, Collection<Long> sequences) {
        Field<Long[]> all = val(sequences.toArray(Long[]::new));
        return numbered(employer, OUTBOX_EVENT.SEQUENCE.eq(any(all)), sequences.size());
    }

    /** Those between two numbers, both ends among them, that are of one of the types. */
    List<Event> between(EmployerId employer, long first, long last, Set<String> types) {
        return numbered(
                employer,
                OUTBOX_EVENT.SEQUENCE.between(first, last).and(OUTBOX_EVENT.TYPE.in(types)),
                Integer.MAX_VALUE);
    }

    private List<Event> numbered(EmployerId employer, Condition matches, int atMost) {
        return sql.select(
                        OUTBOX_EVENT.ID,
                        OUTBOX_EVENT.SEQUENCE,
                        OUTBOX_EVENT.TYPE,
                        OUTBOX_EVENT.OCCURRED_AT,
                        OUTBOX_EVENT.SUBJECT_KIND,
                        OUTBOX_EVENT.SUBJECT_ID,
                        OUTBOX_EVENT.DATA,
                        OUTBOX_EVENT.TRACE_ID)
                .from(OUTBOX_EVENT)
                .where(OUTBOX_EVENT.EMPLOYER_ID.eq(employer.value()), matches)
                .orderBy(OUTBOX_EVENT.SEQUENCE)
                .limit(atMost)
                .fetch(row ->
                        new Event(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                json.readTree(row.value7().data()),
                                Optional.ofNullable(row.value8())));
    }

    List<TouchedThing> touched(EmployerId employer, long after, long last, Set<String> kinds) {
        return sql.select(OUTBOX_EVENT.SEQUENCE, OUTBOX_EVENT.SUBJECT_KIND, OUTBOX_EVENT.SUBJECT_ID)
                .from(OUTBOX_EVENT)
                .where(
                        OUTBOX_EVENT.EMPLOYER_ID.eq(employer.value()),
                        OUTBOX_EVENT.SEQUENCE.gt(after),
                        OUTBOX_EVENT.SEQUENCE.le(last),
                        OUTBOX_EVENT.SUBJECT_KIND.in(kinds))
                .orderBy(OUTBOX_EVENT.SEQUENCE)
                .fetch(row -> new TouchedThing(row.value1(), row.value2(), row.value3()));
    }

    /** Events without a number, oldest first, each with its type. */
    Map<UUID, String> unnumbered(EmployerId employer, int atMost) {
        return sql.select(OUTBOX_EVENT.ID, OUTBOX_EVENT.TYPE)
                .from(OUTBOX_EVENT)
                .where(
                        OUTBOX_EVENT.EMPLOYER_ID.eq(employer.value()),
                        OUTBOX_EVENT.SEQUENCE.isNull())
                .orderBy(OUTBOX_EVENT.ID)
                .limit(atMost)
                .fetchMap(OUTBOX_EVENT.ID, OUTBOX_EVENT.TYPE);
    }

    /** Gives events consecutive numbers, in this order. */
    void number(EmployerId employer, Collection<UUID> events, long first) {
        int numbered =
                sql.connectionResult(connection -> {
                    try (PreparedStatement number = connection.prepareStatement(NUMBER)) {
                        number.setLong(1, first - 1);
                        number.setArray(2, UuidArray.of(connection, events));
                        number.setObject(3, employer.value());
                        return number.executeUpdate();
                    }
                });
        if (numbered != events.size()) {
            throw new IllegalStateException(
                    "events were numbered by somebody who does not hold the head");
        }
    }
}
