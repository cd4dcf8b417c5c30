package dev.assay.hiring.platform.work;

import static dev.assay.db.jooq.Tables.EMPLOYER;
import static dev.assay.db.jooq.Tables.EMPLOYER_WORK;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;

import dev.assay.hiring.platform.trace.TraceId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class EmployerWorkRepository {

    /** What PostgreSQL keeps of a time. */
    private static final DayToSecond ONE_TICK = DayToSecond.valueOf(Duration.ofNanos(1_000));

    private final DSLContext sql;

    EmployerWorkRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The mark of a note grows with each renewal, whichever node's clock made it, so that a worker
     * never takes away a note it has not seen.
     */
    void noteAt(String topic, EmployerId employer, Instant now, Instant due) {
        sql.insertInto(EMPLOYER_WORK)
                .set(EMPLOYER_WORK.TOPIC, topic)
                .set(EMPLOYER_WORK.EMPLOYER_ID, employer.value())
                .set(EMPLOYER_WORK.NOTED_AT, now)
                .set(EMPLOYER_WORK.DUE_AT, due)
                .set(EMPLOYER_WORK.TRACE_ID, trace())
                .onConflict(EMPLOYER_WORK.TOPIC, EMPLOYER_WORK.EMPLOYER_ID)
                .doUpdate()
                .set(EMPLOYER_WORK.NOTED_AT, renewed(now))
                .set(EMPLOYER_WORK.DUE_AT, least(val(due), EMPLOYER_WORK.DUE_AT))
                .set(EMPLOYER_WORK.TRACE_ID, trace())
                .execute();
    }

    int noteForEverybody(String topic, Instant now, Instant due) {
        return sql.insertInto(
                        EMPLOYER_WORK,
                        EMPLOYER_WORK.TOPIC,
                        EMPLOYER_WORK.EMPLOYER_ID,
                        EMPLOYER_WORK.NOTED_AT,
                        EMPLOYER_WORK.DUE_AT,
                        EMPLOYER_WORK.TRACE_ID)
                .select(
                        DSL.select(
                                        val(topic),
                                        EMPLOYER.ID,
                                        val(now, EMPLOYER_WORK.NOTED_AT),
                                        val(due, EMPLOYER_WORK.DUE_AT),
                                        val(trace(), EMPLOYER_WORK.TRACE_ID))
                                .from(EMPLOYER))
                .onConflict(EMPLOYER_WORK.TOPIC, EMPLOYER_WORK.EMPLOYER_ID)
                .doUpdate()
                .set(EMPLOYER_WORK.NOTED_AT, renewed(now))
                .set(EMPLOYER_WORK.DUE_AT, least(val(due), EMPLOYER_WORK.DUE_AT))
                .set(EMPLOYER_WORK.TRACE_ID, trace())
                .execute();
    }

    List<Note> waiting(String topic, Instant now, int atMost) {
        return sql.select(EMPLOYER_WORK.EMPLOYER_ID, EMPLOYER_WORK.NOTED_AT, EMPLOYER_WORK.TRACE_ID)
                .from(EMPLOYER_WORK)
                .where(EMPLOYER_WORK.TOPIC.eq(topic), EMPLOYER_WORK.DUE_AT.le(now))
                .orderBy(EMPLOYER_WORK.NOTED_AT)
                .limit(atMost)
                .fetch(row ->
                        new Note(
                                new EmployerId(row.value1()),
                                row.value2(),
                                Optional.ofNullable(row.value3()).map(TraceId::new)));
    }

    /** How much is due of each topic, and since when; a topic without anything due is left out. */
    Map<String, Backlog> backlogs(Instant now) {
        return sql.select(
                        EMPLOYER_WORK.TOPIC,
                        DSL.count(),
                        DSL.min(greatest(EMPLOYER_WORK.NOTED_AT, EMPLOYER_WORK.DUE_AT)))
                .from(EMPLOYER_WORK)
                .where(EMPLOYER_WORK.DUE_AT.le(now))
                .groupBy(EMPLOYER_WORK.TOPIC)
                .fetchMap(EMPLOYER_WORK.TOPIC, row -> new Backlog(row.value2(), row.value3()));
    }

    /** Takes the note away unless it was made anew since it was read. */
    void clear(String topic, Note note) {
        sql.deleteFrom(EMPLOYER_WORK).where(isStill(topic, note)).execute();
    }

    /** Leaves the note for later unless it was made anew since it was read. */
    void postpone(String topic, Note note, Instant due) {
        sql.update(EMPLOYER_WORK)
                .set(EMPLOYER_WORK.DUE_AT, due)
                .where(isStill(topic, note))
                .execute();
    }

    private static Field<Instant> renewed(Instant now) {
        return greatest(val(now), EMPLOYER_WORK.NOTED_AT.plus(ONE_TICK));
    }

    private static Condition isStill(String topic, Note note) {
        return EMPLOYER_WORK
                .TOPIC
                .eq(topic)
                .and(EMPLOYER_WORK.EMPLOYER_ID.eq(note.employer().value()))
                .and(EMPLOYER_WORK.NOTED_AT.eq(note.notedAt()));
    }

    /** Work goes on in the trace it was born in; noted several times, in the last one's. */
    private static @Nullable String trace() {
        return TraceId.current().map(TraceId::value).orElse(null);
    }

    record Backlog(int employers, Instant oldest) {}

    record Note(EmployerId employer, Instant notedAt, Optional<TraceId> trace) {}
}
