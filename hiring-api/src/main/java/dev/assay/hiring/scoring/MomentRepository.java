package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.SCORE_MOMENT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.min;

import dev.assay.db.jooq.tables.records.ScoreMomentRecord;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** When time alone changes a score next. */
@Repository
class MomentRepository {

    private final DSLContext sql;

    MomentRepository(DSLContext sql) {
        this.sql = sql;
    }

    void set(EmployerId employer, Map<ApplicationId, Instant> moments) {
        List<ScoreMomentRecord> rows = new ArrayList<>();
        moments.forEach((application, at) -> {
            ScoreMomentRecord row = sql.newRecord(SCORE_MOMENT);
            row.setEmployerId(employer.value());
            row.setApplicationId(application.value());
            row.setAt(at);
            rows.add(row);
        });
        sql.insertInto(SCORE_MOMENT)
                .set(rows)
                .onConflict(SCORE_MOMENT.EMPLOYER_ID, SCORE_MOMENT.APPLICATION_ID)
                .doUpdate()
                .set(SCORE_MOMENT.AT, excluded(SCORE_MOMENT.AT))
                .execute();
    }

    void clear(EmployerId employer, Collection<ApplicationId> applications) {
        sql.deleteFrom(SCORE_MOMENT)
                .where(
                        SCORE_MOMENT.EMPLOYER_ID.eq(employer.value()),
                        SCORE_MOMENT.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .execute();
    }

    /** Like {@link #clear}, but for those for which another moment is expected by now. */
    void pass(EmployerId employer, Collection<ApplicationId> applications, Instant now) {
        sql.deleteFrom(SCORE_MOMENT)
                .where(
                        SCORE_MOMENT.EMPLOYER_ID.eq(employer.value()),
                        SCORE_MOMENT.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()),
                        SCORE_MOMENT.AT.le(now))
                .execute();
    }

    /** Those whose moment has come, in the order in which all take them. */
    List<ApplicationId> due(EmployerId employer, Instant now, int atMost) {
        return sql
                .select(SCORE_MOMENT.APPLICATION_ID)
                .from(SCORE_MOMENT)
                .where(SCORE_MOMENT.EMPLOYER_ID.eq(employer.value()), SCORE_MOMENT.AT.le(now))
                .orderBy(SCORE_MOMENT.AT)
                .limit(atMost)
                .fetch(row -> new ApplicationId(row.value1()))
                .stream()
                .sorted(Comparator.comparing(ApplicationId::value))
                .toList();
    }

    Optional<Instant> next(EmployerId employer) {
        return sql.select(min(SCORE_MOMENT.AT))
                .from(SCORE_MOMENT)
                .where(SCORE_MOMENT.EMPLOYER_ID.eq(employer.value()))
                .fetchOptional(row -> row.value1());
    }
}
