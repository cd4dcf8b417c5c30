package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.DECISION_FLAG;

import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
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
    boolean insert(EmployerId employer, DecisionFlag flag, String digest) {
        return sql.insertInto(DECISION_FLAG)
                        .set(DECISION_FLAG.EMPLOYER_ID, employer.value())
                        .set(DECISION_FLAG.ID, flag.id())
                        .set(DECISION_FLAG.APPLICATION_ID, flag.applicationId())
                        .set(DECISION_FLAG.JOB_ID, flag.jobId())
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

    /** False when it was settled before. */
    boolean settle(
            EmployerId employer, UUID flag, String settledBy, byte[] sealedReason, Instant now) {
        return sql.update(DECISION_FLAG)
                        .set(DECISION_FLAG.SETTLED_AT, now)
                        .set(DECISION_FLAG.SETTLED_BY, settledBy)
                        .set(DECISION_FLAG.SEALED_REASON, sealedReason)
                        .where(
                                DECISION_FLAG.EMPLOYER_ID.eq(employer.value()),
                                DECISION_FLAG.ID.eq(flag),
                                DECISION_FLAG.SETTLED_AT.isNull())
                        .execute()
                == 1;
    }

    /** What is left of these applications' flags says nothing any more. */
    void settleAll(
            EmployerId employer,
            Collection<ApplicationId> applications,
            String settledBy,
            Instant now) {
        sql.update(DECISION_FLAG)
                .set(DECISION_FLAG.SETTLED_AT, now)
                .set(DECISION_FLAG.SETTLED_BY, settledBy)
                .where(
                        DECISION_FLAG.EMPLOYER_ID.eq(employer.value()),
                        DECISION_FLAG.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()),
                        DECISION_FLAG.SETTLED_AT.isNull())
                .execute();
    }

    Optional<Noted> find(EmployerId employer, UUID flag) {
        return where(employer, DECISION_FLAG.ID.eq(flag), PageSize.DEFAULT).stream().findFirst();
    }

    Page<Noted> of(
            EmployerId employer,
            ApplicationId application,
            Optional<PageCursor> after,
            PageSize size) {
        return page(employer, DECISION_FLAG.APPLICATION_ID.eq(application.value()), after, size);
    }

    /** Newest first. */
    Page<Noted> list(
            EmployerId employer,
            JobReach reach,
            FlagFilter filter,
            Optional<PageCursor> after,
            PageSize size) {
        return page(employer, within(reach).and(among(filter)), after, size);
    }

    int count(EmployerId employer, JobReach reach, FlagFilter filter, int most) {
        return sql.fetchCount(
                sql.selectOne()
                        .from(DECISION_FLAG)
                        .where(
                                DECISION_FLAG.EMPLOYER_ID.eq(employer.value()),
                                within(reach),
                                among(filter))
                        .limit(most));
    }

    private static Condition within(JobReach reach) {
        return switch (reach) {
            case JobReach.Everywhere() -> DSL.noCondition();
            case JobReach.Only(Set<UUID> jobs) -> DECISION_FLAG.JOB_ID.in(jobs);
            case JobReach.Nowhere() -> DSL.falseCondition();
        };
    }

    private static Condition among(FlagFilter filter) {
        Condition settled =
                filter.settled()
                        .map(wanted ->
                                wanted
                                        ? DECISION_FLAG.SETTLED_AT.isNotNull()
                                        : DECISION_FLAG.SETTLED_AT.isNull())
                        .orElse(DSL.noCondition());
        return filter.job()
                .map(job -> settled.and(DECISION_FLAG.JOB_ID.eq(job.value())))
                .orElse(settled);
    }

    private Page<Noted> page(
            EmployerId employer, Condition which, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, UUID::fromString))
                        .<Condition>map(id -> DECISION_FLAG.ID.lt(id))
                        .orElse(DSL.noCondition());
        return Page.of(
                where(employer, which.and(older), size),
                size,
                last -> PageCursor.of(last.flag().id()));
    }

    private List<Noted> where(EmployerId employer, Condition which, PageSize size) {
        return sql.select(
                        DECISION_FLAG.ID,
                        DECISION_FLAG.APPLICATION_ID,
                        DECISION_FLAG.JOB_ID,
                        DECISION_FLAG.NOTED_AT,
                        DECISION_FLAG.CAUSE,
                        DECISION_FLAG.PHASE,
                        DECISION_FLAG.SCORE_THEN,
                        DECISION_FLAG.SCORE_NOW,
                        DECISION_FLAG.MUST_HAVES_THEN,
                        DECISION_FLAG.MUST_HAVES_NOW,
                        DECISION_FLAG.SETTLED_AT,
                        DECISION_FLAG.SETTLED_BY,
                        DECISION_FLAG.SEALED_REASON)
                .from(DECISION_FLAG)
                .where(DECISION_FLAG.EMPLOYER_ID.eq(employer.value()), which)
                .orderBy(DECISION_FLAG.ID.desc())
                .limit(size.plusOne())
                .fetch(FlagRepository::noted);
    }

    private static Noted noted(Record row) {
        return new Noted(
                new DecisionFlag(
                        row.get(DECISION_FLAG.ID),
                        row.get(DECISION_FLAG.APPLICATION_ID),
                        row.get(DECISION_FLAG.JOB_ID),
                        row.get(DECISION_FLAG.NOTED_AT),
                        row.get(DECISION_FLAG.CAUSE),
                        row.get(DECISION_FLAG.PHASE),
                        points(row.get(DECISION_FLAG.SCORE_THEN)),
                        points(row.get(DECISION_FLAG.SCORE_NOW)),
                        row.get(DECISION_FLAG.MUST_HAVES_THEN),
                        row.get(DECISION_FLAG.MUST_HAVES_NOW),
                        Optional.ofNullable(row.get(DECISION_FLAG.SETTLED_AT)),
                        Optional.ofNullable(row.get(DECISION_FLAG.SETTLED_BY)),
                        Optional.empty()),
                Optional.ofNullable(row.get(DECISION_FLAG.SEALED_REASON)));
    }

    private static @Nullable BigDecimal points(@Nullable Integer tenThousandths) {
        return tenThousandths == null ? null : new Points(tenThousandths).value();
    }

    private static @Nullable Integer tenThousandths(@Nullable BigDecimal points) {
        return points == null ? null : points.movePointRight(4).intValueExact();
    }

    /** A flag as it is kept: why it was settled is sealed under the candidate's key. */
    record Noted(DecisionFlag flag, Optional<byte[]> sealedReason) {}
}
