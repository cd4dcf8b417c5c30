package dev.assay.hiring.applications;

import static dev.assay.db.jooq.Tables.OWN_REASON;
import static org.jooq.impl.DSL.noCondition;

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
import org.springframework.stereotype.Repository;

@Repository
class OwnReasonRepository {

    private final DSLContext sql;

    OwnReasonRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the employer has that code already. */
    boolean insert(EmployerId employer, OwnReason reason) {
        return sql.insertInto(OWN_REASON)
                        .set(OWN_REASON.EMPLOYER_ID, employer.value())
                        .set(OWN_REASON.ID, reason.id().value())
                        .set(OWN_REASON.CODE, reason.code())
                        .set(OWN_REASON.LABEL, reason.label())
                        .set(OWN_REASON.REFINES, reason.refines().wireName())
                        .set(OWN_REASON.RETIRED, reason.retired())
                        .set(OWN_REASON.VERSION, reason.version().value())
                        .set(OWN_REASON.CHANGED_BY, reason.changedBy())
                        .set(OWN_REASON.CHANGED_AT, reason.changedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when the reason is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, OwnReason reason) {
        return sql.update(OWN_REASON)
                        .set(OWN_REASON.LABEL, reason.label())
                        .set(OWN_REASON.RETIRED, reason.retired())
                        .set(OWN_REASON.VERSION, reason.version().value())
                        .set(OWN_REASON.CHANGED_BY, reason.changedBy())
                        .set(OWN_REASON.CHANGED_AT, reason.changedAt())
                        .where(
                                OWN_REASON.EMPLOYER_ID.eq(employer.value()),
                                OWN_REASON.ID.eq(reason.id().value()),
                                OWN_REASON.VERSION.eq(expected.value()))
                        .execute()
                == 1;
    }

    Optional<OwnReason> find(EmployerId employer, OwnReasonId id) {
        return where(employer, OWN_REASON.ID.eq(id.value()), 1).stream().findFirst();
    }

    Optional<OwnReason> withCode(EmployerId employer, String code) {
        return where(employer, OWN_REASON.CODE.eq(code), 1).stream().findFirst();
    }

    Page<OwnReason> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition later =
                after.map(cursor -> cursor.part(0, UUID::fromString))
                        .<Condition>map(OWN_REASON.ID::gt)
                        .orElse(noCondition());
        return Page.of(
                where(employer, later, size.plusOne()), size, last -> PageCursor.of(last.id()));
    }

    private List<OwnReason> where(EmployerId employer, Condition condition, int limit) {
        return sql.selectFrom(OWN_REASON)
                .where(OWN_REASON.EMPLOYER_ID.eq(employer.value()), condition)
                .orderBy(OWN_REASON.ID)
                .limit(limit)
                .fetch(row ->
                        new OwnReason(
                                new OwnReasonId(row.getId()),
                                row.getCode(),
                                row.getLabel(),
                                TransitionReason.ofWireName(row.getRefines()),
                                row.getRetired(),
                                new Version(row.getVersion()),
                                row.getChangedBy(),
                                row.getChangedAt()));
    }
}
