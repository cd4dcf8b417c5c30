package dev.assay.hiring.platform.audit;

import static dev.assay.db.jooq.Tables.AUDIT_ENTRY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.row;

import dev.assay.hiring.platform.audit.AuditEntry.Seal;
import dev.assay.hiring.platform.audit.AuditSealing.Sealed;
import dev.assay.hiring.platform.ledger.LedgerNotes;
import dev.assay.hiring.platform.persistence.UuidArray;
import dev.assay.hiring.platform.trace.TraceId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Events;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Audit rows: written unsealed in the feature's own transaction, sealed later, never changed. */
@Repository
class AuditRepository implements AuditTrail {

    private static final String EACH =
            """
            insert into audit_entry
                (employer_id, id, occurred_at, actor, action, subject_kind, subject_id, detail, trace_id)
            select ?, one.id, ?, ?, ?, ?, one.subject_id, cast(one.detail as jsonb), one.trace_id
            from unnest(?, ?, ?, ?) as one (id, subject_id, detail, trace_id)
            """;

    private static final String EACH_AND_NOTE = LedgerNotes.WITH_NOTE + EACH;

    private static final List<Field<?>> COLUMNS =
            List.of(
                    AUDIT_ENTRY.ID,
                    AUDIT_ENTRY.OCCURRED_AT,
                    AUDIT_ENTRY.ACTOR,
                    AUDIT_ENTRY.ACTION,
                    AUDIT_ENTRY.SUBJECT_KIND,
                    AUDIT_ENTRY.SUBJECT_ID,
                    AUDIT_ENTRY.DETAIL,
                    AUDIT_ENTRY.TRACE_ID,
                    AUDIT_ENTRY.SEQUENCE,
                    AUDIT_ENTRY.HASH);

    private final DSLContext sql;
    private final LedgerNotes notes;
    private final Events events;
    private final JsonMapper json;
    private final Clock clock;

    AuditRepository(
            DSLContext sql, LedgerNotes notes, Events events, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.notes = notes;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(
            Actor actor,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, Object> detail) {
        recordEach(actor, action, subjectKind, Map.of(subject, detail));
    }

    @Override
    public void recordEach(
            Actor actor,
            String action,
            String subjectKind,
            Map<UUID, Map<String, Object>> details) {
        recordEach(actor, action, subjectKind, details, Map.of());
    }

    private void recordEach(
            Actor actor,
            String action,
            String subjectKind,
            Map<UUID, Map<String, Object>> details,
            Map<UUID, String> traces) {
        if (details.isEmpty()) {
            return;
        }
        List<UUID> ids = details.keySet().stream().map(_ -> NewIds.next()).toList();
        String[] texts =
                details.values().stream().map(json::writeValueAsString).toArray(String[]::new);
        boolean note = notes.isFirst();
        // One text for however many, and the arrays go as they are: jOOQ would write out each row.
        sql.connection(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement(note ? EACH_AND_NOTE : EACH)) {
                int at = 1;
                for (Object value : note ? notes.values(actor.employer()) : List.of()) {
                    insert.setObject(at++, value);
                }
                insert.setObject(at++, actor.employer().value());
                insert.setObject(at++, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(at++, actor.reference());
                insert.setString(at++, action);
                insert.setString(at++, subjectKind);
                insert.setArray(at++, UuidArray.of(connection, ids));
                insert.setArray(at++, UuidArray.of(connection, details.keySet()));
                insert.setArray(at++, connection.createArrayOf("text", texts));
                insert.setArray(
                        at,
                        connection.createArrayOf("text", TraceId.each(details.keySet(), traces)));
                insert.executeUpdate();
            }
        });
    }

    @Override
    public void recordAndEmitEach(
            Actor actor,
            String action,
            String subjectKind,
            Map<UUID, Map<String, Object>> details) {
        recordAndEmitEach(actor, action, subjectKind, details, Map.of());
    }

    @Override
    public void recordAndEmitEach(
            Actor actor,
            String action,
            String subjectKind,
            Map<UUID, Map<String, Object>> details,
            Map<UUID, String> traces) {
        recordEach(actor, action, subjectKind, details, traces);
        events.emitSome(actor, action, subjectKind, details, traces);
    }

    @Override
    public void recordAndEmit(
            Actor actor,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, Object> detail) {
        record(actor, action, subjectKind, subject, detail);
        events.emit(actor, action, subjectKind, subject, detail);
    }

    Page<AuditEntry> list(
            EmployerId employer, AuditFilter filter, Optional<PageCursor> after, PageSize size) {
        List<Condition> matches = new ArrayList<>();
        matches.add(AUDIT_ENTRY.EMPLOYER_ID.eq(employer.value()));
        filter.actor().map(AUDIT_ENTRY.ACTOR::eq).ifPresent(matches::add);
        filter.action().map(AUDIT_ENTRY.ACTION::eq).ifPresent(matches::add);
        filter.subject().map(AUDIT_ENTRY.SUBJECT_ID::eq).ifPresent(matches::add);
        filter.from().map(AUDIT_ENTRY.OCCURRED_AT::ge).ifPresent(matches::add);
        filter.until().map(AUDIT_ENTRY.OCCURRED_AT::lt).ifPresent(matches::add);
        after.map(cursor -> cursor.part(0, UUID::fromString))
                .map(AUDIT_ENTRY.ID::lt)
                .ifPresent(matches::add);
        List<AuditEntry> rows =
                sql.select(COLUMNS)
                        .from(AUDIT_ENTRY)
                        .where(matches)
                        .orderBy(AUDIT_ENTRY.ID.desc())
                        .limit(size.plusOne())
                        .fetch(this::entry);
        return Page.of(rows, size, entry -> PageCursor.of(entry.id()));
    }

    /** Rows without a seal, oldest first. */
    List<AuditEntry> unsealed(EmployerId employer, int atMost) {
        return sql.select(COLUMNS)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.EMPLOYER_ID.eq(employer.value()), AUDIT_ENTRY.SEQUENCE.isNull())
                .orderBy(AUDIT_ENTRY.ID)
                .limit(atMost)
                .fetch(this::entry);
    }

    /** How many rows have no seal. */
    Unsealed unsealed(EmployerId employer) {
        return sql.select(count(), min(AUDIT_ENTRY.OCCURRED_AT))
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.EMPLOYER_ID.eq(employer.value()), AUDIT_ENTRY.SEQUENCE.isNull())
                .fetchSingle(row -> new Unsealed(row.value1(), Optional.ofNullable(row.value2())));
    }

    /** Sealed rows after one number up to another, in order. */
    List<AuditEntry> sealed(EmployerId employer, long after, long until, int atMost) {
        return sql.select(COLUMNS)
                .from(AUDIT_ENTRY)
                .where(
                        AUDIT_ENTRY.EMPLOYER_ID.eq(employer.value()),
                        AUDIT_ENTRY.SEQUENCE.gt(after),
                        AUDIT_ENTRY.SEQUENCE.le(until))
                .orderBy(AUDIT_ENTRY.SEQUENCE)
                .limit(atMost)
                .fetch(this::entry);
    }

    /** The highest number given; 0 when none was. */
    long lastSequence(EmployerId employer) {
        return Objects.requireNonNullElse(
                sql.select(max(AUDIT_ENTRY.SEQUENCE))
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.EMPLOYER_ID.eq(employer.value()))
                        .fetchSingle()
                        .value1(),
                0L);
    }

    /** The hash of the row with this number. */
    Optional<String> hashAt(EmployerId employer, long sequence) {
        return sql.select(AUDIT_ENTRY.HASH)
                .from(AUDIT_ENTRY)
                .where(
                        AUDIT_ENTRY.EMPLOYER_ID.eq(employer.value()),
                        AUDIT_ENTRY.SEQUENCE.eq(sequence))
                .fetchOptional(AUDIT_ENTRY.HASH)
                .map(HexFormat.of()::formatHex);
    }

    /** Seals rows, each for the first and last time. */
    void seal(EmployerId employer, List<Sealed> rows) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // jOOQ's VALUES takes an array of generic rows
        Row3<UUID, Long, byte[]>[] seals =
                rows.stream().map(AuditRepository::asRow).toArray(Row3[]::new);
        var seal = DSL.values(seals).as("seal", "id", "sequence", "hash");
        int sealed =
                sql.update(AUDIT_ENTRY)
                        .set(AUDIT_ENTRY.SEQUENCE, seal.field("sequence", Long.class))
                        .set(AUDIT_ENTRY.HASH, seal.field("hash", byte[].class))
                        .from(seal)
                        .where(
                                AUDIT_ENTRY.EMPLOYER_ID.eq(employer.value()),
                                AUDIT_ENTRY.ID.eq(seal.field("id", UUID.class)),
                                AUDIT_ENTRY.SEQUENCE.isNull())
                        .execute();
        if (sealed != rows.size()) {
            throw new IllegalStateException(
                    "rows were sealed by somebody who does not hold the head");
        }
    }

    private static Row3<UUID, Long, byte[]> asRow(Sealed sealed) {
        return row(
                sealed.id(),
                sealed.seal().sequence(),
                HexFormat.of().parseHex(sealed.seal().hash()));
    }

    private AuditEntry entry(Record row) {
        Optional<Seal> seal =
                Optional.ofNullable(row.get(AUDIT_ENTRY.HASH))
                        .map(hash ->
                                new Seal(
                                        row.get(AUDIT_ENTRY.SEQUENCE),
                                        HexFormat.of().formatHex(hash)));
        return new AuditEntry(
                row.get(AUDIT_ENTRY.ID),
                row.get(AUDIT_ENTRY.OCCURRED_AT),
                row.get(AUDIT_ENTRY.ACTOR),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT_KIND),
                row.get(AUDIT_ENTRY.SUBJECT_ID),
                json.readTree(row.get(AUDIT_ENTRY.DETAIL).data()),
                Optional.ofNullable(row.get(AUDIT_ENTRY.TRACE_ID)),
                seal);
    }

    /** How many rows wait for their seal, and since when. */
    record Unsealed(long count, Optional<Instant> oldest) {}
}
