package dev.assay.hiring.dossier;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static dev.assay.db.jooq.Tables.APPLICATION_TAG;
import static dev.assay.db.jooq.Tables.CANDIDATE_TAG;
import static dev.assay.db.jooq.Tables.TAG;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class TagRepository {

    private final DSLContext sql;

    TagRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the employer has that word already. */
    boolean insert(EmployerId employer, Tag tag) {
        return sql.insertInto(TAG)
                        .set(TAG.EMPLOYER_ID, employer.value())
                        .set(TAG.ID, tag.id().value())
                        .set(TAG.NAME, tag.name())
                        .set(TAG.RETIRED, tag.retired())
                        .set(TAG.VERSION, tag.version().value())
                        .set(TAG.CHANGED_BY, tag.changedBy())
                        .set(TAG.CHANGED_AT, tag.changedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when the tag is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, Tag tag) {
        return sql.update(TAG)
                        .set(TAG.NAME, tag.name())
                        .set(TAG.RETIRED, tag.retired())
                        .set(TAG.VERSION, tag.version().value())
                        .set(TAG.CHANGED_BY, tag.changedBy())
                        .set(TAG.CHANGED_AT, tag.changedAt())
                        .where(
                                TAG.EMPLOYER_ID.eq(employer.value()),
                                TAG.ID.eq(tag.id().value()),
                                TAG.VERSION.eq(expected.value()))
                        .execute()
                == 1;
    }

    Optional<Tag> find(EmployerId employer, TagId id) {
        return where(employer, TAG.ID.eq(id.value()), 1).stream().findFirst();
    }

    List<Tag> named(EmployerId employer, Collection<String> names) {
        return where(employer, TAG.NAME.in(names), Math.max(1, names.size()));
    }

    /** By name. */
    Page<Tag> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition later =
                after.map(cursor -> cursor.part(0, name -> name))
                        .<Condition>map(TAG.NAME::gt)
                        .orElse(noCondition());
        return Page.of(
                where(employer, later, size.plusOne()), size, last -> PageCursor.of(last.name()));
    }

    List<Tag> of(EmployerId employer, ApplicationId application) {
        return where(
                employer,
                TAG.ID.in(
                        sql.select(APPLICATION_TAG.TAG_ID)
                                .from(APPLICATION_TAG)
                                .where(
                                        APPLICATION_TAG.EMPLOYER_ID.eq(employer.value()),
                                        APPLICATION_TAG.APPLICATION_ID.eq(application.value()))),
                Tags.MOST);
    }

    List<Tag> of(EmployerId employer, CandidateId candidate) {
        return where(
                employer,
                TAG.ID.in(
                        sql.select(CANDIDATE_TAG.TAG_ID)
                                .from(CANDIDATE_TAG)
                                .where(
                                        CANDIDATE_TAG.EMPLOYER_ID.eq(employer.value()),
                                        CANDIDATE_TAG.CANDIDATE_ID.eq(candidate.value()))),
                Tags.MOST);
    }

    void set(EmployerId employer, ApplicationId application, Collection<Tag> tags) {
        sql.deleteFrom(APPLICATION_TAG)
                .where(
                        APPLICATION_TAG.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_TAG.APPLICATION_ID.eq(application.value()))
                .execute();
        if (tags.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        APPLICATION_TAG,
                        APPLICATION_TAG.EMPLOYER_ID,
                        APPLICATION_TAG.APPLICATION_ID,
                        APPLICATION_TAG.TAG_ID);
        for (Tag tag : tags) {
            insert = insert.values(employer.value(), application.value(), tag.id().value());
        }
        insert.onConflictDoNothing().execute();
    }

    void set(EmployerId employer, CandidateId candidate, Collection<Tag> tags) {
        sql.deleteFrom(CANDIDATE_TAG)
                .where(
                        CANDIDATE_TAG.EMPLOYER_ID.eq(employer.value()),
                        CANDIDATE_TAG.CANDIDATE_ID.eq(candidate.value()))
                .execute();
        if (tags.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        CANDIDATE_TAG,
                        CANDIDATE_TAG.EMPLOYER_ID,
                        CANDIDATE_TAG.CANDIDATE_ID,
                        CANDIDATE_TAG.TAG_ID);
        for (Tag tag : tags) {
            insert = insert.values(employer.value(), candidate.value(), tag.id().value());
        }
        insert.onConflictDoNothing().execute();
    }

    void removeOfApplications(EmployerId employer, CandidateId candidate) {
        sql.deleteFrom(APPLICATION_TAG)
                .where(
                        APPLICATION_TAG.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_TAG.APPLICATION_ID.in(
                                sql.select(APPLICATION.ID)
                                        .from(APPLICATION)
                                        .where(
                                                APPLICATION.EMPLOYER_ID.eq(employer.value()),
                                                APPLICATION.CANDIDATE_ID.eq(candidate.value()))))
                .execute();
    }

    private List<Tag> where(EmployerId employer, Condition condition, int limit) {
        return sql.selectFrom(TAG)
                .where(TAG.EMPLOYER_ID.eq(employer.value()), condition)
                .orderBy(TAG.NAME)
                .limit(limit)
                .fetch(row ->
                        new Tag(
                                new TagId(row.getId()),
                                row.getName(),
                                row.getRetired(),
                                new Version(row.getVersion()),
                                row.getChangedBy(),
                                row.getChangedAt()));
    }
}
