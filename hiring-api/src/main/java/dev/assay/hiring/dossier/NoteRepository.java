package dev.assay.hiring.dossier;

import static dev.assay.db.jooq.Tables.NOTE;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class NoteRepository {

    private final DSLContext sql;

    /** A note as it lies there: its text is empty still. */
    record Sealed(Note note, byte[] sealed) {}

    NoteRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, Note note, byte[] sealed) {
        sql.insertInto(NOTE)
                .set(NOTE.EMPLOYER_ID, employer.value())
                .set(NOTE.ID, note.id().value())
                .set(NOTE.CANDIDATE_ID, note.about().candidate().value())
                .set(
                        NOTE.APPLICATION_ID,
                        note.about().application().map(ApplicationId::value).orElse(null))
                .set(NOTE.SEALED, sealed)
                .set(NOTE.WRITTEN_BY, note.writtenBy())
                .set(NOTE.WRITTEN_AT, note.writtenAt())
                .execute();
    }

    /** False when it was withdrawn before. */
    boolean withdraw(EmployerId employer, NoteId note, String by, Instant now) {
        return sql.update(NOTE)
                        .set(NOTE.WITHDRAWN_BY, by)
                        .set(NOTE.WITHDRAWN_AT, now)
                        .where(
                                NOTE.EMPLOYER_ID.eq(employer.value()),
                                NOTE.ID.eq(note.value()),
                                NOTE.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    Optional<Sealed> find(EmployerId employer, NoteId note) {
        return where(employer, NOTE.ID.eq(note.value()), Optional.empty(), 1).stream().findFirst();
    }

    /** Those at an application, newest first, and one more than fit. */
    List<Sealed> of(
            EmployerId employer,
            ApplicationId application,
            Optional<PageCursor> after,
            PageSize size) {
        return where(employer, NOTE.APPLICATION_ID.eq(application.value()), after, size.plusOne());
    }

    /** Those about any of these candidates, newest first, and one more than fit. */
    List<Sealed> of(
            EmployerId employer,
            Collection<CandidateId> candidates,
            Optional<PageCursor> after,
            int limit) {
        return where(
                employer,
                NOTE.CANDIDATE_ID.in(candidates.stream().map(CandidateId::value).toList()),
                after,
                limit);
    }

    private List<Sealed> where(
            EmployerId employer, Condition condition, Optional<PageCursor> after, int limit) {
        return sql.selectFrom(NOTE)
                .where(
                        NOTE.EMPLOYER_ID.eq(employer.value()),
                        condition,
                        after.map(cursor -> cursor.part(0, UUID::fromString))
                                .<Condition>map(NOTE.ID::lt)
                                .orElse(noCondition()))
                .orderBy(NOTE.ID.desc())
                .limit(limit)
                .fetch(row ->
                        new Sealed(
                                new Note(
                                        new NoteId(row.getId()),
                                        new Owner(
                                                new CandidateId(row.getCandidateId()),
                                                Optional.ofNullable(row.getApplicationId())
                                                        .map(ApplicationId::new)),
                                        Optional.empty(),
                                        row.getWrittenBy(),
                                        row.getWrittenAt(),
                                        Optional.ofNullable(row.getWithdrawnAt())),
                                row.getSealed()));
    }
}
