package dev.assay.hiring.evidence;

import static dev.assay.db.jooq.Tables.RUBRIC;
import static dev.assay.db.jooq.Tables.RUBRIC_VERSION;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rubrics: a head that says which version holds, and every version for good. */
@Repository
class RubricRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    RubricRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(EmployerId employer, Rubric rubric) {
        sql.insertInto(RUBRIC)
                .set(RUBRIC.EMPLOYER_ID, employer.value())
                .set(RUBRIC.ID, rubric.id().value())
                .set(RUBRIC.VERSION, rubric.version().value())
                .execute();
        insertVersion(employer, rubric);
    }

    /** False when the rubric is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, Rubric rubric) {
        boolean changed =
                sql.update(RUBRIC)
                                .set(RUBRIC.VERSION, rubric.version().value())
                                .where(
                                        RUBRIC.EMPLOYER_ID.eq(employer.value()),
                                        RUBRIC.ID.eq(rubric.id().value()),
                                        RUBRIC.VERSION.eq(expected.value()))
                                .execute()
                        == 1;
        if (changed) {
            insertVersion(employer, rubric);
        }
        return changed;
    }

    Optional<Rubric> find(EmployerId employer, RubricId rubric) {
        return sql.select(RUBRIC_VERSION.DOCUMENT)
                .from(RUBRIC)
                .join(RUBRIC_VERSION)
                .on(
                        RUBRIC_VERSION.EMPLOYER_ID.eq(RUBRIC.EMPLOYER_ID),
                        RUBRIC_VERSION.RUBRIC_ID.eq(RUBRIC.ID),
                        RUBRIC_VERSION.VERSION.eq(RUBRIC.VERSION))
                .where(RUBRIC.EMPLOYER_ID.eq(employer.value()), RUBRIC.ID.eq(rubric.value()))
                .fetchOptional(this::rubric);
    }

    Optional<Rubric> find(EmployerId employer, RubricId rubric, Version version) {
        return sql.select(RUBRIC_VERSION.DOCUMENT)
                .from(RUBRIC_VERSION)
                .where(
                        RUBRIC_VERSION.EMPLOYER_ID.eq(employer.value()),
                        RUBRIC_VERSION.RUBRIC_ID.eq(rubric.value()),
                        RUBRIC_VERSION.VERSION.eq(version.value()))
                .fetchOptional(this::rubric);
    }

    Page<Rubric> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, UUID::fromString))
                        .<Condition>map(id -> RUBRIC.ID.lt(id))
                        .orElse(DSL.noCondition());
        List<Rubric> rows =
                sql.select(RUBRIC_VERSION.DOCUMENT)
                        .from(RUBRIC)
                        .join(RUBRIC_VERSION)
                        .on(
                                RUBRIC_VERSION.EMPLOYER_ID.eq(RUBRIC.EMPLOYER_ID),
                                RUBRIC_VERSION.RUBRIC_ID.eq(RUBRIC.ID),
                                RUBRIC_VERSION.VERSION.eq(RUBRIC.VERSION))
                        .where(RUBRIC.EMPLOYER_ID.eq(employer.value()), older)
                        .orderBy(RUBRIC.ID.desc())
                        .limit(size.plusOne())
                        .fetch(this::rubric);
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    /** Those that are not retired; an employer has a few, and the newest are enough. */
    List<Rubric> inForce(EmployerId employer) {
        return list(employer, Optional.empty(), new PageSize(PageSize.MAXIMUM)).items().stream()
                .filter(rubric -> !rubric.content().retired())
                .toList();
    }

    Page<Rubric> versions(
            EmployerId employer, RubricId rubric, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, Integer::valueOf))
                        .<Condition>map(number -> RUBRIC_VERSION.VERSION.lt(number))
                        .orElse(DSL.noCondition());
        List<Rubric> rows =
                sql.select(RUBRIC_VERSION.DOCUMENT)
                        .from(RUBRIC_VERSION)
                        .where(
                                RUBRIC_VERSION.EMPLOYER_ID.eq(employer.value()),
                                RUBRIC_VERSION.RUBRIC_ID.eq(rubric.value()),
                                older)
                        .orderBy(RUBRIC_VERSION.VERSION.desc())
                        .limit(size.plusOne())
                        .fetch(this::rubric);
        return Page.of(rows, size, last -> PageCursor.of(last.version().value()));
    }

    private void insertVersion(EmployerId employer, Rubric rubric) {
        sql.insertInto(RUBRIC_VERSION)
                .set(RUBRIC_VERSION.EMPLOYER_ID, employer.value())
                .set(RUBRIC_VERSION.RUBRIC_ID, rubric.id().value())
                .set(RUBRIC_VERSION.VERSION, rubric.version().value())
                .set(RUBRIC_VERSION.DOCUMENT, JSONB.jsonb(json.writeValueAsString(rubric)))
                .execute();
    }

    private Rubric rubric(Record1<JSONB> row) {
        return json.readValue(row.value1().data(), Rubric.class);
    }
}
