package dev.assay.hiring.platform.work;

import static dev.assay.db.jooq.Tables.EMPLOYER_WORK;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;

import dev.assay.hiring.shared.EmployerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
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
                .onConflict(EMPLOYER_WORK.TOPIC, EMPLOYER_WORK.EMPLOYER_ID)
                .doUpdate()
                .set(
                        EMPLOYER_WORK.NOTED_AT,
                        greatest(val(now), EMPLOYER_WORK.NOTED_AT.plus(ONE_TICK)))
                .set(EMPLOYER_WORK.DUE_AT, least(val(due), EMPLOYER_WORK.DUE_AT))
                .execute();
    }

    List<Note> waiting(String topic, Instant now, int atMost) {
        return sql.select(EMPLOYER_WORK.EMPLOYER_ID, EMPLOYER_WORK.NOTED_AT)
                .from(EMPLOYER_WORK)
                .where(EMPLOYER_WORK.TOPIC.eq(topic), EMPLOYER_WORK.DUE_AT.le(now))
                .orderBy(EMPLOYER_WORK.NOTED_AT)
                .limit(atMost)
                .fetch(row -> new Note(new EmployerId(row.value1()), row.value2()));
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

    private static Condition isStill(String topic, Note note) {
        return EMPLOYER_WORK
                .TOPIC
                .eq(topic)
                .and(EMPLOYER_WORK.EMPLOYER_ID.eq(note.employer().value()))
                .and(EMPLOYER_WORK.NOTED_AT.eq(note.notedAt()));
    }

    record Note(EmployerId employer, Instant notedAt) {}
}
