package dev.assay.hiring.platform.work;

import static dev.assay.db.jooq.Tables.EMPLOYER_WORK;

import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class EmployerWorkRepository {

    private final DSLContext sql;

    EmployerWorkRepository(DSLContext sql) {
        this.sql = sql;
    }

    void note(String topic, EmployerId employer, Instant now) {
        sql.insertInto(EMPLOYER_WORK)
                .set(EMPLOYER_WORK.TOPIC, topic)
                .set(EMPLOYER_WORK.EMPLOYER_ID, employer.value())
                .set(EMPLOYER_WORK.NOTED_AT, now)
                .onConflict(EMPLOYER_WORK.TOPIC, EMPLOYER_WORK.EMPLOYER_ID)
                .doUpdate()
                .set(EMPLOYER_WORK.NOTED_AT, now)
                .execute();
    }

    List<Note> waiting(String topic, int atMost) {
        return sql.select(EMPLOYER_WORK.EMPLOYER_ID, EMPLOYER_WORK.NOTED_AT)
                .from(EMPLOYER_WORK)
                .where(EMPLOYER_WORK.TOPIC.eq(topic))
                .orderBy(EMPLOYER_WORK.NOTED_AT)
                .limit(atMost)
                .fetch(row -> new Note(new EmployerId(row.value1()), row.value2()));
    }

    /** Takes the note away unless it was made anew since it was read. */
    void clear(String topic, Note note) {
        sql.deleteFrom(EMPLOYER_WORK)
                .where(
                        EMPLOYER_WORK.TOPIC.eq(topic),
                        EMPLOYER_WORK.EMPLOYER_ID.eq(note.employer().value()),
                        EMPLOYER_WORK.NOTED_AT.eq(note.notedAt()))
                .execute();
    }

    record Note(EmployerId employer, Instant notedAt) {}
}
