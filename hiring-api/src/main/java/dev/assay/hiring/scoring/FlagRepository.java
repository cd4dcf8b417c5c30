package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.DECISION_FLAG;

import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class FlagRepository {

    private final DSLContext sql;

    FlagRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the very same was flagged before. */
    boolean insert(
            EmployerId employer, ApplicationId application, DecisionFlag flag, String digest) {
        return sql.insertInto(DECISION_FLAG)
                        .set(DECISION_FLAG.EMPLOYER_ID, employer.value())
                        .set(DECISION_FLAG.ID, flag.id())
                        .set(DECISION_FLAG.APPLICATION_ID, application.value())
                        .set(DECISION_FLAG.NOTED_AT, flag.notedAt())
                        .set(DECISION_FLAG.CAUSE, flag.cause())
                        .set(DECISION_FLAG.PHASE, flag.phase())
                        .set(DECISION_FLAG.SCORE_THEN, tenThousandths(flag.scoreThen()))
                        .set(DECISION_FLAG.SCORE_NOW, tenThousandths(flag.scoreNow()))
                        .set(DECISION_FLAG.MUST_HAVES_THEN, flag.mustHavesThen())
                        .set(DECISION_FLAG.MUST_HAVES_NOW, flag.mustHavesNow())
                        .set(DECISION_FLAG.INPUTS_DIGEST, digest)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Page<DecisionFlag> of(
            EmployerId employer,
            ApplicationId application,
            Optional<PageCursor> after,
            PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, UUID::fromString))
                        .<Condition>map(id -> DECISION_FLAG.ID.lt(id))
                        .orElse(DSL.noCondition());
        List<DecisionFlag> rows =
                sql.select(
                                DECISION_FLAG.ID,
                                DECISION_FLAG.NOTED_AT,
                                DECISION_FLAG.CAUSE,
                                DECISION_FLAG.PHASE,
                                DECISION_FLAG.SCORE_THEN,
                                DECISION_FLAG.SCORE_NOW,
                                DECISION_FLAG.MUST_HAVES_THEN,
                                DECISION_FLAG.MUST_HAVES_NOW)
                        .from(DECISION_FLAG)
                        .where(
                                DECISION_FLAG.EMPLOYER_ID.eq(employer.value()),
                                DECISION_FLAG.APPLICATION_ID.eq(application.value()),
                                older)
                        .orderBy(DECISION_FLAG.ID.desc())
                        .limit(size.plusOne())
                        .fetch(row ->
                                new DecisionFlag(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        points(row.value5()),
                                        points(row.value6()),
                                        row.value7(),
                                        row.value8()));
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    private static @Nullable BigDecimal points(@Nullable Integer tenThousandths) {
        return tenThousandths == null ? null : new Points(tenThousandths).value();
    }

    private static @Nullable Integer tenThousandths(@Nullable BigDecimal points) {
        return points == null ? null : points.movePointRight(4).intValueExact();
    }
}
